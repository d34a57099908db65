package dev.scripta.adapters.http.recording;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events (HTML standard, section 9.2), each sent at once. One answer's. */
final class EventStream implements AutoCloseable {

    static final String MEDIA_TYPE = "text/event-stream";

    private final OutputStream out;

    private EventStream(OutputStream out) {
        this.out = out;
    }

    /** Begins the answer. */
    static EventStream to(ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE);
        // The one header that keeps common proxies from collecting events until there are enough of them.
        response.header(HeaderNames.create("X-Accel-Buffering"), "no");
        return new EventStream(response.outputStream());
    }

    /** Sends an event. Its data is one line, as compact JSON is. */
    void send(String event, String data) throws IOException {
        write("event: " + event + "\ndata: " + data + "\n\n");
    }

    /** Sends a line that means nothing but that somebody is there. */
    void comment() throws IOException {
        write(":\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
