package dev.scripta.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One request that a browser makes, and what can be done with it. */
final class Exchange {

    static final int BUFFER = 64 * 1024;

    private final RequestHead head;
    private final InputStream body;
    private final Socket client;
    private final URI service;

    Exchange(RequestHead head, InputStream body, Socket client, URI service) {
        this.head = head;
        this.body = body;
        this.client = client;
        this.service = service;
    }

    /** Sends it on until so many bytes of its body are through, and back what is answered. */
    void forward(long most) throws IOException {
        try (Socket server = connect()) {
            copy(body, server.getOutputStream(), Math.min(head.length(), most));
            if (head.length() <= most) {
                Thread.ofVirtual().start(() -> closeWhenGone(server));
                copy(server.getInputStream(), client.getOutputStream(), Long.MAX_VALUE);
            }
        }
    }

    /** Sends it on, and nothing back. */
    void forwardForNothing() throws IOException {
        try (Socket server = connect()) {
            copy(body, server.getOutputStream(), head.length());
            server.getInputStream().read();
        }
    }

    /** Sends so many bytes of its body on, and waits until the browser is gone. */
    void hold(long most) throws IOException {
        try (Socket server = connect()) {
            copy(body, server.getOutputStream(), Math.min(head.length(), most));
            copy(body, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        }
    }

    /** Takes it in and answers it here. */
    void answer(int status, String headers, String text) throws IOException {
        copy(body, OutputStream.nullOutputStream(), head.length());
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + status + " Told\r\nConnection: close\r\nContent-Length: " + content.length + "\r\n"
                + headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(content);
        out.flush();
    }

    private Socket connect() throws IOException {
        Socket server = new Socket(service.getHost(), service.getPort());
        server.getOutputStream().write(head.alone());
        return server;
    }

    /** A browser that loses interest, as in a stream of events, is not waited for. */
    private void closeWhenGone(Socket server) {
        try {
            copy(body, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        } catch (IOException e) {
            // It is gone.
        }
        close(server);
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = most;
        while (left > 0) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                return;
            }
            out.write(buffer, 0, n);
            out.flush();
            left -= n;
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as we are concerned.
        }
    }
}
