package dev.scripta.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A network between a client and a server that breaks connections: some of them right after the request got through. */
final class CuttingProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final InetSocketAddress target;
    private final BooleanSupplier cutsNext;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();

    /**
     * Starts to listen.
     *
     * @param cutsNext asked for each connection: whether its answer gets lost
     */
    CuttingProxy(int targetPort, BooleanSupplier cutsNext) throws IOException {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        this.cutsNext = cutsNext;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many connections were cut on purpose. */
    int cuts() {
        return cuts.get();
    }

    /** Cuts all that are open at the moment. */
    void cutAll() {
        open.forEach(socket -> {
            cuts.incrementAndGet();
            close(socket);
        });
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        boolean cut = cutsNext.getAsBoolean();
        try (client; Socket server = new Socket()) {
            server.connect(target);
            Thread.ofVirtual().start(() -> forward(client, server));
            if (cut) {
                // The request goes through; of the answer not even the first byte comes back.
                server.getInputStream().read();
                cuts.incrementAndGet();
            } else {
                copy(server.getInputStream(), client.getOutputStream());
            }
        } catch (IOException e) {
            // One side is gone; so is the other, at the end of this block.
        } finally {
            open.remove(client);
        }
    }

    private static void forward(Socket from, Socket to) {
        try {
            copy(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            close(to);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            out.flush();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as we are concerned.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(CuttingProxy::close);
    }
}
