package dev.scripta.adapters.http.transport;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The bytes of one connection, each wait for them bounded. Used by the connection's own thread only. */
final class GuardedInput implements Supplier<byte[]> {

    private static final int BULK_BYTES = 128 * 1024;
    private static final int SMALL_BYTES = 8 * 1024;

    private final DataReader buffered;
    private final HelidonSocket socket;
    private final Patience patience;
    private Optional<BufferData> bulk = Optional.empty();
    private boolean ended;

    GuardedInput(ConnectionContext context, Patience patience) {
        this.buffered = context.dataReader();
        this.socket = context.serverSocket();
        this.patience = patience;
    }

    /** The next bytes, or null, which is Helidon's sign for the end of the stream. */
    @Override
    @SuppressWarnings("NullAway")
    public byte[] get() {
        // Helidon has read ahead if it looked at the first bytes to choose a protocol.
        return buffered.available() > 0
                ? buffered.readBuffer().readBytes()
                : receive(patience.beginRead()).orElse(null);
    }

    /** True once nothing more can be read: the client has left or was given up. */
    boolean ended() {
        return ended;
    }

    /** Drops what the client still sends, up to a number of bytes, a pause and a total time. */
    void drain(long most, Duration pause, Duration total) {
        long end = System.nanoTime() + total.toNanos();
        long dropped = 0;
        while (!ended && dropped < most) {
            var left = Duration.ofNanos(end - System.nanoTime());
            dropped += receive(patience.beginWithin(left.compareTo(pause) < 0 ? left : pause)).map(
                    bytes -> bytes.length)
                    .orElse(0);
        }
    }

    /** Helidon reads 8 KiB at a time, which an upload outruns; a large buffer is held only while it is of use. */
    private Optional<byte[]> read() {
        Optional<byte[]> bytes = bulk.isPresent() ? readInto(bulk.get()) : Optional.ofNullable(socket.get());
        if (bytes.isEmpty() || bytes.get().length < SMALL_BYTES) {
            bulk = Optional.empty();
        } else if (bulk.isEmpty()) {
            bulk = Optional.of(BufferData.create(BULK_BYTES));
        }
        return bytes;
    }

    private Optional<byte[]> readInto(BufferData buffer) {
        return socket.read(buffer.clear()) < 0 ? Optional.empty() : Optional.of(buffer.readBytes());
    }

    private Optional<byte[]> receive(long began) {
        Optional<byte[]> received = Optional.empty();
        try {
            received = patience.isOver() ? Optional.empty() : read();
        } catch (RuntimeException e) {
            throw new CloseConnectionException("Connection lost", e);
        } finally {
            ended = received.isEmpty();
        }
        if (!patience.endRead(began, received.map(bytes -> bytes.length).orElse(0))) {
            ended = true;
            throw new CloseConnectionException("The client was waited for too long");
        }
        return received;
    }
}
