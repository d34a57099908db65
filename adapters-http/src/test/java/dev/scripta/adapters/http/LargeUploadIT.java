package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gigabyte through a heap of 64 MiB. */
@Timeout(300)
class LargeUploadIT {

    private static final long GIBIBYTE = 1L << 30;
    private static final int ATTEMPTS = 4;
    private static final double LEAST_MEGABYTES_PER_SECOND = 200;
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
            double best = 0;
            // The machine is shared: the best of a few is what the code can do.
            for (int i = 0; i < ATTEMPTS && best < LEAST_MEGABYTES_PER_SECOND; i++) {
                long began = System.nanoTime();
                String answer = upload(port);
                double speed = GIBIBYTE / 1e6 / ((System.nanoTime() - began) / 1e9);
                best = Math.max(best, speed);
                System.out.printf("1 GiB upload: %.0f MB/s, %s%n", speed, peakMemory(server));
                assertTrue(answer.contains("\"transcript\":\"bytes: " + GIBIBYTE + "\""), answer);
                assertTrue(answer.contains("\"audio_sha256\":\"" + digest() + "\""), answer);
            }
            assertTrue(best >= LEAST_MEGABYTES_PER_SECOND, "MB/s: " + best);
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

    private static int port(Process server) throws IOException {
        BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
        return Integer.parseInt(lines.readLine());
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

    private static String digest() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long sent = 0; sent < GIBIBYTE; sent += BLOCK.length) {
            digest.update(BLOCK);
        }
        return HexFormat.of().formatHex(digest.digest());
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
