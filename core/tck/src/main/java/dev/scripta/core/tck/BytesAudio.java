package dev.scripta.core.tck;

import dev.scripta.core.model.AudioSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Audio that is no file, and counts what is opened and not closed. */
final class BytesAudio implements AudioSource {

    private final byte[] bytes;
    private final AtomicInteger open = new AtomicInteger();

    BytesAudio(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static byte[] bytesOf(AudioSource audio) throws IOException {
        try (InputStream in = audio.open()) {
            return in.readAllBytes();
        }
    }

    /** How many streams were opened but not closed. */
    int stillOpen() {
        return open.get();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        open.incrementAndGet();
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            private boolean closed;

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    open.decrementAndGet();
                }
            }
        };
    }
}
