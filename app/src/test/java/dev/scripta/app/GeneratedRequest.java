package dev.scripta.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * One request as it goes over the wire, made of parts that are each right, odd or wrong.
 *
 * @param number which one of its run
 * @param bytes all of it, each byte a character of its own
 */
record GeneratedRequest(int number, String bytes) {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH",
            "TRACE", "get", "CONNECT", "BREW");
    private static final List<String> PATHS = List.of("/api/upload-audio", "/api/save-analysis",
            "/api/user/conversations", "/api/user/conversations/", "/api/auth/signup", "/api/auth/login",
            "/api/auth/me", "/api/auth/verify-token", "/api/user/profile", "/api/user/profile-picture",
            "/api/generate-pdf", "/api/health", "/openapi.json", "/docs", "/", "/login", "/css/a.css", "/nothing");

    private static final List<Function<Odds, String>> HEADERS = List.of(odds -> "Origin: http://evil.example",
            odds -> "Host: evil.example", odds -> "If-Match: " + odds.text(), odds -> "If-None-Match: *, \"",
            odds -> "Accept: " + odds.pick("application/pdf", "text/vtt;q=2", ";;;", "*/*;q=0", odds.text()),
            odds -> "Range: bytes=" + odds.number() + "-" + odds.number(), odds -> "Cookie: a=" + odds.text(),
            odds -> "Expect: 100-continue", odds -> "Transfer-Encoding: " + odds.pick("chunked", "gzip, chunked", "x"),
            odds -> "Content-Encoding: gzip", odds -> "X-Forwarded-For: " + odds.text(), odds -> "A".repeat(9_000)
                    + ": b",
            odds -> "traceparent: 00-" + odds.text() + "-01", odds -> odds.text() + ": " + odds.text(),
            odds -> "Content-Length: " + odds.number(), odds -> " folded", odds -> "Upgrade: h2c");

    /** A request of all that the seed leads to; {@code token} is a good one, {@code id} a conversation of somebody else. */
    static GeneratedRequest of(Random random, int number, String token, long id) {
        Odds odds = new Odds(random);
        String path = odds.oneIn(3)
                ? "/api/user/conversations/" + odds.pick(Long.toString(id), odds.number(), odds.text())
                        + odds.pick("", "", ".pdf", ".srt", ".md", ".exe")
                : odds.pick(PATHS);
        path = odds.oneIn(10) ? path + odds.text() : path;
        path = odds.oneIn(4) ? path + "?page=" + odds.number() + "&limit=" + odds.number() : path;
        GeneratedBody body = GeneratedBody.of(odds);
        StringBuilder head = new StringBuilder()
                .append(odds.oneIn(4) ? odds.pick(METHODS) : path.startsWith("/api/user/c") ? "GET" : "POST")
                .append(' ')
                .append(path)
                .append(odds.oneIn(50) ? " HTTP/9.9" : " HTTP/1.1")
                .append("\r\n")
                .append("Host: 127.0.0.1\r\n");
        if (!odds.oneIn(4)) {
            head.append("Authorization: ")
                    .append(odds.oneIn(3)
                            ? odds.pick("Bearer", "Basic YTpi", "Bearer  " + token, "Bearer " + token.substring(9),
                                    token,
                                    "Bearer " + "x".repeat(8192), "Bearer " + odds.text())
                            : "Bearer " + token)
                    .append("\r\n");
        }
        if (!odds.oneIn(8)) {
            head.append("Content-Type: ")
                    .append(odds.oneIn(6)
                            ? odds.pick("text/plain", "application/xml", odds.text(), "multipart/form-data", ";")
                            : body.type())
                    .append("\r\n");
        }
        if (!odds.oneIn(12)) {
            head.append("Content-Length: ").append(body.bytes().length() + (odds.oneIn(12) ? 3 : 0)).append("\r\n");
        }
        for (int i = 0; odds.oneIn(2) && i < 4; i++) {
            head.append(odds.pick(HEADERS).apply(odds)).append("\r\n");
        }
        String utf8 = new String(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
        byte[] whole = (utf8 + body.bytes()).getBytes(StandardCharsets.ISO_8859_1);
        return new GeneratedRequest(number,
                new String(odds.oneIn(20) ? odds.broken(whole) : whole, StandardCharsets.ISO_8859_1));
    }

    byte[] onTheWire() {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return number + ": " + bytes.substring(0, Math.min(600, bytes.length()));
    }
}
