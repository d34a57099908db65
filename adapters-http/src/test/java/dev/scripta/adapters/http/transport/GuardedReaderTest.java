package dev.scripta.adapters.http.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.http.RequestException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardedReaderTest {

    @Test
    void a_chunk_that_comes_byte_by_byte_is_refused_before_it_fills_the_heap() {
        var reads = new AtomicInteger();
        var reader = new GuardedReader(() -> {
            reads.incrementAndGet();
            return new byte[1];
        }, 1 << 20);
        var refused = assertThrows(RequestException.class, () -> reader.readBuffer(1 << 20));
        assertEquals(413, refused.status().code());
        assertEquals(4096, reads.get());
    }

    @Test
    void many_chunks_that_come_in_small_reads_are_taken() {
        byte[] body = "a\r\n0123456789\r\n".repeat(50_000).getBytes(US_ASCII);
        var at = new AtomicInteger();
        var reader = new GuardedReader(() -> new byte[]{body[at.getAndIncrement()], body[at.getAndIncrement()],
                body[at.getAndIncrement()]}, 1 << 20);
        for (int i = 0; i < 49_000; i++) {
            assertEquals("a", reader.readLine());
            assertEquals(10, reader.readBuffer(10).available());
            reader.skip(2);
        }
    }
}
