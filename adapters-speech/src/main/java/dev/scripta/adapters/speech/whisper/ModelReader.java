package dev.scripta.adapters.speech.whisper;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads little-endian numbers and passes over the rest. Every method fails with {@link EOFException} at the end. */
final class ModelReader implements Closeable {

    private final InputStream in;
    private final long size;
    private long position;

    ModelReader(Path file) throws IOException {
        this.size = Files.size(file);
        this.in = new BufferedInputStream(Files.newInputStream(file));
    }

    boolean atEnd() {
        return position == size;
    }

    int readInt() throws IOException {
        return ByteBuffer.wrap(readBytes(Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    byte[] readBytes(int count) throws IOException {
        advance(count);
        return in.readNBytes(count);
    }

    void skip(long count) throws IOException {
        advance(count);
        in.skipNBytes(count);
    }

    private void advance(long count) throws EOFException {
        if (count > size - position) {
            throw new EOFException();
        }
        position += count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
