package dev.scripta.core.tck;

import static dev.scripta.core.tck.Samples.content;
import static dev.scripta.core.tck.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading while others save. */
interface ReaderRules extends RepositoryRules {

    /** How often each of the savers saves. */
    int SAVES = 10;

    /**
     * Whoever reads while others save sees one of the saved contents whole, with the head that belongs to it.
     *
     * <p>
     * If this fails, check that a conversation is read and written by one statement each.
     */
    @Test
    default void r20_readers_never_see_a_mixture() throws Exception {
        int savers = AtOnce.THREADS / 2;
        ConversationKey key = samples().newKey();
        repository().save(request(key, content("said 0"), 0));
        CountDownLatch reading = new CountDownLatch(AtOnce.THREADS - savers);
        AtomicInteger saving = new AtomicInteger(savers);
        AtOnce.all(thread -> thread < savers
                ? saver(key, thread, savers, reading, saving)
                : reader(key, savers, reading, saving));
    }

    /** Begins when all readers read. */
    private Callable<Integer> saver(ConversationKey key, int number, int savers, CountDownLatch reading,
            AtomicInteger saving) {
        return () -> {
            try {
                assertTrue(reading.await(1, TimeUnit.MINUTES), "all readers read");
                for (int i = 0; i < SAVES; i++) {
                    int order = i * savers + number;
                    repository().save(request(key, content("said " + order), order));
                }
                return SAVES;
            } finally {
                saving.decrementAndGet();
            }
        };
    }

    /** Ends when all savers are done. */
    private Callable<Integer> reader(ConversationKey key, int savers, CountDownLatch reading, AtomicInteger saving) {
        Set<Content> saved = IntStream.range(0, savers * SAVES)
                .mapToObj(i -> content("said " + i))
                .collect(Collectors.toSet());
        return () -> {
            int reads = 0;
            do {
                try {
                    Conversation seen = repository().find(key).orElseThrow();
                    assertTrue(saved.contains(seen.content()), "a content that was saved");
                    assertEquals(seen.content().fingerprint(), seen.head().fingerprint(), "its own head");
                    reads++;
                } finally {
                    reading.countDown();
                }
            } while (saving.get() > 0);
            return reads;
        };
    }
}
