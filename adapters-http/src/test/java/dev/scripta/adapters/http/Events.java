package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.openapi.AnswerCheck;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client of the event stream of a recording, on a socket of its own. Every status is held against the description. */
final class Events implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    final List<String> head = new ArrayList<>();

    private final Socket socket;
    private final InputStream in;
    private String unread = "";
    private boolean ended;

    private Events(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Asks for the events of a recording. */
    static Events of(int port, String session, byte[] audio, String... headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        List<String> lines = new ArrayList<>(List.of("GET " + RunningApi.statusPath(session, audio) + " HTTP/1.1",
                "Host: localhost:" + port, "Accept: text/event-stream"));
        lines.addAll(List.of(headers));
        socket.getOutputStream()
                .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        Events events = new Events(socket);
        for (String line = events.line(); !line.isEmpty(); line = events.line()) {
            events.head.add(line);
        }
        return events;
    }

    int status() {
        return Integer.parseInt(head.getFirst().substring(9, 12));
    }

    /** The data of the next event; empty at the end of the stream. Skips comments. */
    Optional<String> next() throws IOException {
        String part = part();
        while (part.equals(":")) {
            part = part();
        }
        if (part.isEmpty()) {
            return Optional.empty();
        }
        String[] lines = part.split("\n", -1);
        assertEquals(2, lines.length, part);
        assertEquals("event: status", lines[0]);
        assertTrue(lines[1].startsWith("data: "), part);
        String data = lines[1].substring(6);
        AnswerCheck.SERVED.checkBody("RecordingStatus", data);
        return Optional.of(data);
    }

    /** The stage of the next event, with its progress; "end" at the end of the stream. */
    String stage() throws IOException {
        return next().map(Events::stage).orElse("end");
    }

    /** The data of the last event, when the stream has ended. */
    String last() throws IOException {
        String last = "";
        for (Optional<String> event = next(); event.isPresent(); event = next()) {
            last = event.get();
        }
        return last;
    }

    static String stage(String status) {
        return status.replaceFirst(".*?\"stage\":\"([a-z]+)\".*", "$1")
                + (status.contains("\"progress\":") ? status.replaceFirst(".*\"progress\":([0-9.]+).*", " $1") : "");
    }

    /** Waits for the next comment; fails at an event. */
    void comment() throws IOException {
        assertEquals(":", part());
    }

    /** What stands before the next blank line; empty at the end. */
    private String part() throws IOException {
        while (!unread.contains("\n\n") && !ended) {
            unread += chunk();
        }
        int end = unread.indexOf("\n\n");
        if (end < 0) {
            return "";
        }
        String part = unread.substring(0, end);
        unread = unread.substring(end + 2);
        return part;
    }

    private String chunk() throws IOException {
        int size = Integer.parseInt(line(), 16);
        byte[] bytes = in.readNBytes(size);
        assertEquals("", line());
        ended = size == 0;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
