package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gigabyte through a heap of 64 MiB. */
@Timeout(300)
class LargeUploadIT {

    private static final long GIBIBYTE = 1L << 30;
    private static final int ATTEMPTS = 4;

    /** What is promised on a machine that does nothing else: asserted with {@code -Dscripta.quiet=true}. */
    private static final double PROMISED = 200;

    /** How much slower it may be than bytes that are only received, hashed and written. */
    private static final double FACTOR = 2;
    private static final byte[] BLOCK = new byte[1 << 18];
    private static final String HEAD = """
            --B0undary\r
            Content-Disposition: form-data; name="session_id"\r
            \r
            s1\r
            --B0undary\r
            Content-Disposition: form-data; name="audio_file"; filename="recording.wav"\r
            \r
            """;
    private static final String TAIL = "\r\n--B0undary--\r\n";

    @TempDir
    Path folder;

    @Test
    void a_gibibyte_is_streamed_and_hashed() throws Exception {
        new Random(7).nextBytes(BLOCK);
        Process server = start(2 * GIBIBYTE);
        try {
            int port = port(server);
            boolean fast = false;
            // The machine is shared: the best of a few is what the code can do, beside what the machine has to give.
            for (int i = 0; i < ATTEMPTS && !fast; i++) {
                long began = System.nanoTime();
                String answer = upload(port);
                double speed = megabytesPerSecond(began);
                began = System.nanoTime();
                String digest = bare();
                double bare = megabytesPerSecond(began);
                System.out.printf("1 GiB upload: %.0f MB/s, bare %.0f MB/s, %s%n", speed, bare, peakMemory(server));
                assertTrue(answer.contains("\"transcript\":\"bytes: " + GIBIBYTE + "\""), answer);
                assertTrue(answer.contains("\"audio_sha256\":\"" + digest + "\""), answer);
                fast = speed >= (Boolean.getBoolean("scripta.quiet") ? PROMISED : Math.min(PROMISED, bare / FACTOR));
            }
            assertTrue(fast, "too slow, see the output");
            assertEquals(0, spooled());
        } finally {
            server.destroy();
        }
    }

    @Test
    void more_than_the_limit_is_refused_before_it_is_sent() throws Exception {
        Process server = start(1 << 20);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(server))) {
            socket.getOutputStream().write(header().getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertAll(() -> assertTrue(answer.startsWith("HTTP/1.1 413 "), answer),
                    () -> assertTrue(answer.contains("application/problem+json"), answer),
                    () -> assertEquals(0, spooled()));
        } finally {
            server.destroy();
        }
    }

    private Process start(long maxUpload) throws IOException {
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), InstantServer.class.getName(),
                folder.toString(), Long.toString(maxUpload)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The first line that is a number: the JVM's own warnings go to the same output. */
    private static int port(Process server) {
        return server.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches("[0-9]+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    private static String header() {
        return "POST /api/upload-audio HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: multipart/form-data; boundary=B0undary\r\nContent-Length: "
                + (HEAD.length() + GIBIBYTE + TAIL.length()) + "\r\n\r\n";
    }

    private static String upload(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = socket.getInputStream()) {
            OutputStream out = socket.getOutputStream();
            out.write((header() + HEAD).getBytes(StandardCharsets.US_ASCII));
            for (long sent = 0; sent < GIBIBYTE; sent += BLOCK.length) {
                out.write(BLOCK);
            }
            out.write(TAIL.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double megabytesPerSecond(long began) {
        return GIBIBYTE / 1e6 / ((System.nanoTime() - began) / 1e9);
    }

    /** Sends the same bytes over a socket to who hashes them and writes them to the same disk; their digest. */
    private String bare() throws Exception {
        Path file = folder.resolve("bare");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<String> digest = threads.submit(() -> received(server, file));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
                for (long sent = 0; sent < GIBIBYTE; sent += BLOCK.length) {
                    socket.getOutputStream().write(BLOCK);
                }
            }
            return digest.get();
        } finally {
            Files.delete(file);
        }
    }

    private static String received(ServerSocket server, Path file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (Socket socket = server.accept(); OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = socket.getInputStream().read(buffer); n >= 0; n = socket.getInputStream().read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return Sha256.finished(digest).hex();
    }

    /** The kernel's own account of the most memory the server ever had, where there is one. */
    private static String peakMemory(Process server) throws IOException {
        Path status = Path.of("/proc", Long.toString(server.pid()), "status");
        if (Files.notExists(status)) {
            return "memory unknown";
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("");
    }

    private long spooled() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("spool"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
