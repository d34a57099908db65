package dev.scripta.adapters.http.transport;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import java.util.function.Supplier;

/**
 * Reads a connection for Helidon, with strict and bounded chunks. Helidon holds a whole chunk in memory, takes any text
 * for a chunk size and does not look at what follows a chunk.
 */
final class GuardedReader extends DataReader {

    private static final int CHUNK_LINE_END = 9;
    /** Each read costs memory of its own, so a chunk sent byte by byte is as large as one 256 times its size. */
    private static final int BYTES_PER_READ = 256;

    private final int maxChunk;
    private final int maxReads;
    private int reads;
    private int unread;
    private boolean chunkBegan;
    private boolean chunkEnded;

    GuardedReader(Supplier<byte[]> input, int maxChunk) {
        super(input);
        this.maxChunk = maxChunk;
        this.maxReads = Math.max(1024, maxChunk / BYTES_PER_READ);
    }

    @Override
    public void pullData() {
        int waiting = available();
        reads = waiting < unread ? 0 : reads + 1;
        if (waiting > maxChunk || (reads > maxReads && waiting > 0)) {
            throw refused(Status.REQUEST_ENTITY_TOO_LARGE_413, "Chunk or line too long");
        }
        super.pullData();
        unread = available();
    }

    /** Helidon reads only chunk sizes and the end of the last chunk by lines. */
    @Override
    public String readLine() {
        int end = findNewLine(CHUNK_LINE_END);
        String line = end < CHUNK_LINE_END ? super.readLine() : "too long";
        if (!line.matches("[0-9A-Fa-f]{0,8}")) {
            throw refused(Status.BAD_REQUEST_400, "Invalid chunk size");
        }
        long size = line.isEmpty() ? 0 : Long.parseLong(line, 16);
        if (size > maxChunk) {
            throw refused(Status.REQUEST_ENTITY_TOO_LARGE_413, "Chunk too long");
        }
        chunkBegan = size > 0;
        return line;
    }

    @Override
    public BufferData readBuffer(int length) {
        BufferData data = super.readBuffer(length);
        chunkEnded = chunkBegan;
        chunkBegan = false;
        return data;
    }

    @Override
    public void skip(int length) {
        if (chunkEnded && !startsWithNewLine()) {
            throw refused(Status.BAD_REQUEST_400, "Chunk longer than its size");
        }
        chunkEnded = false;
        super.skip(length);
    }

    private static RequestException refused(Status status, String message) {
        return RequestException.builder()
                .type(EventType.BAD_REQUEST)
                .status(status)
                .message(message)
                .setKeepAlive(false)
                .build();
    }
}
