package dev.scripta.adapters.http.transport;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;

/**
 * Writes answers, each wait for the client to take a piece of them bounded. A client that is gone ends the connection
 * without further ado: there is nobody left to be told of an error.
 */
final class GuardedWriter implements DataWriter {

    private static final int PIECE_BYTES = 16 * 1024;

    private final DataWriter writer;
    private final Patience patience;

    GuardedWriter(DataWriter writer, Patience patience) {
        this.writer = writer;
        this.patience = patience;
    }

    @Override
    public void write(BufferData... buffers) {
        write(BufferData.create(buffers));
    }

    @Override
    public void writeNow(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        writeNow(buffer);
    }

    @Override
    public void writeNow(BufferData buffer) {
        while (buffer.available() > PIECE_BYTES) {
            byte[] piece = new byte[PIECE_BYTES];
            buffer.read(piece);
            writePiece(BufferData.create(piece));
        }
        writePiece(buffer);
    }

    private void writePiece(BufferData piece) {
        patience.beginWrite();
        try {
            writer.writeNow(piece);
        } catch (UncheckedIOException e) {
            throw new CloseConnectionException("Connection lost", e);
        } finally {
            patience.endWrite();
        }
    }
}
