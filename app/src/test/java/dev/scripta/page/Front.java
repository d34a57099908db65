package dev.scripta.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network and a server's front door between a browser and the service, which does to a request what a test tells it to.
 * Each connection carries one request. Its address stays when the service moves. Thread-safe.
 */
final class Front implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Queue<Fate>> fates = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final URI service;

    /** Starts to listen. */
    Front(URI service) throws IOException {
        this.service = service;
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /**
     * What happens to the next requests of this kind, one after the other; those after them get through.
     *
     * @param kind method and path, such as {@code POST /api/upload-audio}
     */
    synchronized void next(String kind, Fate... next) {
        fates.computeIfAbsent(kind, unknown -> new ArrayDeque<>()).addAll(List.of(next));
    }

    /** How many requests of this kind have come. */
    synchronized int count(String kind) {
        return (int) seen.stream().filter(kind::equals).count();
    }

    /** Waits until so many requests of this kind have come; the test's time limit ends it. */
    synchronized void await(String kind, int requests) throws InterruptedException {
        while (count(kind) < requests) {
            wait();
        }
    }

    private synchronized Fate meet(String kind) {
        seen.add(kind);
        notifyAll();
        Queue<Fate> waiting = fates.getOrDefault(kind, new ArrayDeque<>());
        return waiting.isEmpty() ? Fate.PASSES : waiting.remove();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream(), Exchange.BUFFER);
            RequestHead head = RequestHead.read(in);
            meet(head.kind()).befall(new Exchange(head, in, client, service));
        } catch (IOException e) {
            // One side is gone, and with this the other.
        } finally {
            open.remove(client);
        }
    }

    /** Cuts what is open at the moment, such as streams of events. */
    void cutAll() {
        for (Socket client : open) {
            Exchange.close(client);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }

    /** What becomes of a request. */
    interface Fate {

        /** It gets through, and so does its answer. */
        Fate PASSES = exchange -> exchange.forward(Long.MAX_VALUE);

        /** It gets through, and its answer is lost. */
        Fate ANSWER_LOST = Exchange::forwardForNothing;

        void befall(Exchange exchange) throws IOException;

        /** The connection is cut when so many bytes of the body have got through. */
        static Fate cutAfter(long bytes) {
            return exchange -> exchange.forward(bytes);
        }

        /** So many bytes of the body get through, and nothing more happens until the browser gives it up. */
        static Fate heldAfter(long bytes) {
            return exchange -> exchange.hold(bytes);
        }

        /** It is answered here, and the service never hears of it. */
        static Fate answered(int status, String headers, String body) {
            return exchange -> exchange.answer(status, headers, body);
        }
    }
}
