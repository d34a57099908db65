package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.usecase.WorkRules;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred tabs save the same session at the same moment, half of them the same words. */
@Timeout(120)
class ManySavesIT {

    private static final int CLIENTS = 500;

    /** Far more than it takes, for a busy machine: what it took is printed. */
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern OUTCOME = Pattern.compile("\"outcome\":\"(\\w+)\"");

    @TempDir
    Path folder;

    @Test
    void all_are_answered_and_make_one_conversation() throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        try (RunningApi api = new RunningApi(new Backend(), WorkRules.DEFAULT,
                RunningApi.settings(folder, Duration.ZERO, 1 << 20, 2 * CLIENTS));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String words = i % 2 == 0 ? "the same" : "words " + i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return api.save("s1", words, "{}");
                }));
            }
            long began = System.nanoTime();
            start.countDown();
            for (Future<HttpResponse<String>> answer : answers) {
                outcomes.merge(outcome(answer.get()), 1, Integer::sum);
            }
            Duration lasted = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf("%d saves of one session at once: %s in %d ms%n", CLIENTS, outcomes, lasted.toMillis());
            int updates = outcomes.getOrDefault("UPDATED", 0);
            String revision = "\"revision\":" + (updates + 1);
            String conversation = api.get("/api/user/conversations/1").body();
            assertAll(() -> assertEquals(1, outcomes.get("CREATED")), () -> assertEquals(1, api.stored()),
                    () -> assertTrue(conversation.contains(revision), revision + " in " + conversation),
                    () -> assertTrue(lasted.compareTo(LIMIT) < 0, "took " + lasted));
        }
    }

    private static String outcome(HttpResponse<String> answer) {
        assertTrue(List.of(200, 202).contains(answer.statusCode()), answer.statusCode() + " " + answer.body());
        Matcher outcome = OUTCOME.matcher(answer.body());
        assertTrue(outcome.find(), answer.body());
        return outcome.group(1);
    }
}
