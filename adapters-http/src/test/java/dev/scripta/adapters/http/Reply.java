package dev.scripta.adapters.http;

import dev.scripta.adapters.http.openapi.AnswerCheck;
import dev.scripta.adapters.http.openapi.DescribedAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came back over a socket, whatever headers were sent: clients of the JDK keep some to themselves.
 *
 * @param headers by their names in lower case
 * @param latin the body, a character for each byte
 */
record Reply(int status, Map<String, String> headers, String latin) {

    /** Asks a server at this port; each line is a header. The Host is a loopback's unless one is given. */
    static Reply to(int port, String request, String... lines) throws IOException {
        return to(port, request, new byte[0], lines);
    }

    static Reply to(int port, String request, byte[] body, String... lines) throws IOException {
        List<String> head = new ArrayList<>(List.of(request + " HTTP/1.1", "Connection: close"));
        if (Arrays.stream(lines).noneMatch(line -> line.startsWith("Host:"))) {
            head.add("Host: localhost:" + port);
        }
        if (body.length > 0) {
            head.add("Content-Length: " + body.length);
        }
        head.addAll(List.of(lines));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            // At once: who is answered before the body is read has half a second to send it, and may be reset after that.
            socket.getOutputStream().write(sent(String.join("\r\n", head) + "\r\n\r\n", body));
            Reply reply = of(socket.getInputStream().readAllBytes());
            reply.checkAgainst(request);
            return reply;
        }
    }

    private static byte[] sent(String head, byte[] body) {
        byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, all, bytes.length, body.length);
        return all;
    }

    /** Fails the test if it answers for a route of the API, and not as {@code docs/openapi.json} describes it. */
    private void checkAgainst(String request) {
        String path = request.substring(request.indexOf(' ') + 1).replaceFirst("\\?.*", "");
        if (path.startsWith("/api/") || path.equals("/openapi.json") || path.equals("/docs")) {
            AnswerCheck.SERVED.check(new DescribedAnswer(request.substring(0, request.indexOf(' ')), path, status,
                    headers.entrySet()
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                    body()));
        }
    }

    private static Reply of(byte[] all) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = List.of(text.substring(0, end).split("\r\n"));
        Map<String, String> headers = lines.stream()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0].toLowerCase(Locale.ROOT), line -> line[1],
                        (one, other) -> one + " | " + other, TreeMap::new));
        return new Reply(Integer.parseInt(lines.getFirst().substring(9, 12)), headers,
                text.substring(end + 4));
    }

    String body() {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Empty when it was not sent. */
    String header(String name) {
        return Optional.ofNullable(headers.get(name)).orElse("");
    }
}
