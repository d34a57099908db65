package dev.scripta.adapters.http.socket;

import dev.scripta.adapters.http.openapi.AnswerCheck;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client without manners: sends any bytes, reads one answer at a time. */
final class RawClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends again and again; true if the server would not take it all. */
    boolean isCutOff(byte[] bytes, long times) {
        try {
            for (long i = 0; i < times; i++) {
                send(bytes);
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    RawClient endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Leaves without a farewell: the server sees a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    Answer answer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("Closed after: " + head);
            }
            head.append((char) b);
        }
        int at = head.toString().toLowerCase(Locale.ROOT).indexOf("content-length: ");
        int length = at < 0 ? -1 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)).strip());
        return new Answer(Integer.parseInt(head.substring(9, 12)), head.toString(), length);
    }

    /** Reads the body; the test fails if it says that it is a problem document and is none. */
    String body(Answer answer) throws IOException {
        String body = new String(in.readNBytes(answer.length()), StandardCharsets.UTF_8);
        if (answer.has("\r\ncontent-type: application/problem+json\r\n")) {
            AnswerCheck.SERVED.checkProblem(answer.status(), body);
        }
        return body;
    }

    /** Waits for the end of the connection and returns what came before it. */
    String rest() throws IOException {
        var rest = new ByteArrayOutputStream();
        try {
            in.transferTo(rest);
        } catch (SocketException e) {
            // A reset is an end, too.
        }
        return rest.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Answer(int status, String head, int length) {

        boolean has(String text) {
            return head.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
    }
}
