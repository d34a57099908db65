package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Ten thousand requests that no client should send, to the whole application, the same at each run. Send others with
 * {@code -Dscripta.seed=<any number>}, and more with {@code -Dscripta.requests=100000}.
 */
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
final class GeneratedRequestsIT {

    private static final long SEED = Long.getLong("scripta.seed", 20_261_122);
    private static final int REQUESTS = Integer.getInteger("scripta.requests", 10_000);
    private static final int WARM_UP = 2_000;
    /** Less than the server has with a client that sends nothing (30 s), and enough for a machine that stalls. */
    private static final int PATIENCE_MILLIS = 20_000;
    /** Nobody waits longer; where others use the machine, too, one in a thousand may have met a stall of theirs. */
    private static final Duration HANG = Duration.ofSeconds(5);
    private static final int MOST_HANGS = Boolean.getBoolean("scripta.quiet") ? 0 : REQUESTS / 1000;
    /** What 10,000 requests may leave behind in memory; one leaked body each would be many times as much. */
    private static final long BYTES_LEFT = 8L << 20;

    /** What a server must answer that is neither deaf nor out of order, each at least once in a hundred requests. */
    private static final List<Integer> USUAL = List.of(200, 400, 401, 403, 404, 405, 422);
    /** Requests without an end or a beginning get no answer; these are few. */
    private static final int MOST_UNANSWERED_PERCENT = 10;

    private static final String MARKER = "zebrafish";
    private static final Pattern INSIDES = Pattern.compile(
            "\\tat |Exception|java\\.|io\\.helidon|org\\.postgresql|SELECT ");
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int hangs;

    @TempDir
    private Path folder;

    @Test
    void no_request_breaks_anything() throws Exception {
        System.out.println("seed " + SEED + ": repeat with -Dscripta.seed=" + SEED);
        Path pages = Files.createDirectories(folder.resolve("pages/css")).getParent();
        Files.writeString(pages.resolve("login.html"), "<!doctype html><title>Log in</title>");
        Files.writeString(pages.resolve("css/a.css"), "p { color: black }");
        try (RunningScripta scripta = new RunningScripta(folder,
                Map.of("SCRIPTA_AUTH_ENABLED", "true", "SCRIPTA_PAGES_DIR", pages.toString()))) {
            // The recogniser's models are loaded in the background and are no leak.
            scripta.await("/health/ready", 200);
            Member victim = Member.signUp(scripta, "victim@zebrafish.example");
            Answer saved = victim.save("s1", "The " + MARKER + " swims.", "{\"patient_name\":\"" + MARKER + "\"}");
            Member attacker = Member.signUp(scripta, "attacker@example.com");
            Random random = new Random(SEED);
            List<String> faults = new ArrayList<>(send(scripta, random, attacker, saved.conversationId(), 0, WARM_UP));
            long before = live(scripta);
            faults.addAll(send(scripta, random, attacker, saved.conversationId(), WARM_UP, WARM_UP + REQUESTS));
            long left = live(scripta) - before;

            assertEquals(List.of(), faults, "seed " + SEED);
            assertTrue(left < BYTES_LEFT, () -> left + " bytes are left");
            System.out.println("answered: " + statuses + ", " + hangs + " of them after " + HANG);
            assertTrue(hangs <= MOST_HANGS, () -> hangs + " took longer than " + HANG);
            for (int usual : USUAL) {
                assertTrue(statuses.getOrDefault(usual, 0) > REQUESTS / 100, () -> usual + " of " + statuses);
            }
            assertTrue(statuses.getOrDefault(0, 0) < REQUESTS * MOST_UNANSWERED_PERCENT / 100, statuses::toString);
            HttpResponse<String> read = victim.get("/api/user/conversations/" + saved.conversationId());
            assertEquals(200, read.statusCode());
            assertEquals(1, Answer.parse(read.body()).getInt("revision"));
            String log = scripta.log();
            assertFalse(log.contains(MARKER), "the log knows nobody");
            assertFalse(log.contains("\tat "), () -> "something unexpected happened: " + log);
        }
    }

    private List<String> send(RunningScripta scripta, Random random, Member attacker, long id, int from, int to)
            throws Exception {
        List<String> faults = new ArrayList<>();
        for (int number = from; number < to && faults.size() < 10; number++) {
            GeneratedRequest request = GeneratedRequest.of(random, number, attacker.token(), id);
            long began = System.nanoTime();
            String answer = exchanged(scripta, request);
            hangs += System.nanoTime() - began > HANG.toNanos() ? 1 : 0;
            RawAnswer first = RawAnswer.of(answer);
            statuses.merge(first.status(), 1, Integer::sum);
            Optional<String> fault = first.fault(!request.bytes().startsWith("HEAD "));
            if (fault.isPresent() || answer.contains(MARKER) || INSIDES.matcher(answer).find()) {
                faults.add(request + "\n=> " + fault.orElse("") + "\n" + answer);
            }
        }
        return faults;
    }

    /** All that comes back until the server closes, which it must do soon: nothing more will be sent. */
    private static String exchanged(RunningScripta scripta, GeneratedRequest request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(scripta.address()).getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.onTheWire());
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException closedBeforeAllWasSent) {
                return "";
            } catch (IOException e) {
                return "no end within " + PATIENCE_MILLIS + " ms";
            }
        }
    }

    /** The bytes of all objects that are reachable. */
    private static long live(RunningScripta scripta) throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(scripta.pid()), "GC.class_histogram").redirectErrorStream(true).start();
        String told = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        histogram.waitFor();
        Matcher total = TOTAL.matcher(told);
        assertTrue(total.find(), told);
        return Long.parseLong(total.group(1));
    }
}
