package dev.scripta.core.tck.server;

/** What goes wrong at a server. */
public enum Trouble {
    /** The file has too many bytes. */
    TOO_LARGE(413, "Payload Too Large"),
    /** The file plays too long. */
    TOO_LONG(400, "Bad Request"),
    /** The file's bytes are no audio that the server reads. */
    UNSUPPORTED_FORMAT(400, "Bad Request"),
    /** A parameter is not as the server wants it; the audio may be fine. */
    INVALID_PARAMETER(400, "Bad Request"),
    /** Too many requests; without {@code Retry-After}, unless added by {@link ScriptedAnswer#with}. */
    RATE_LIMITED(429, "Too Many Requests"),
    /** Nothing is left to spend. */
    QUOTA_EXCEEDED(429, "Too Many Requests"),
    /** The key is not known. */
    BAD_KEY(401, "Unauthorized"),
    /** The key may not do this. */
    FORBIDDEN(403, "Forbidden"),
    /** The path or the method is not known, as after a base URL with one {@code /v1} too many. */
    UNKNOWN_PATH(404, "Not Found"),
    /** The model is not known. */
    UNKNOWN_MODEL(404, "Not Found"),
    /** The server failed. */
    INTERNAL(500, "Internal Server Error"),
    /** The proxy before the server got no answer that it understands. */
    BAD_GATEWAY(502, "Bad Gateway"),
    /** Too much to do, or not started yet; without {@code Retry-After}, unless added. */
    UNAVAILABLE(503, "Service Unavailable"),
    /** The proxy before the server waited too long. */
    GATEWAY_TIMEOUT(504, "Gateway Time-out");

    private final int status;
    private final String phrase;

    Trouble(int status, String phrase) {
        this.status = status;
        this.phrase = phrase;
    }

    /** The usual status; some dialects use others. */
    int status() {
        return status;
    }

    /** The page of a proxy, as nginx writes it. */
    ScriptedAnswer page() {
        return ScriptedAnswer.html(status, "<html>\r\n<head><title>" + status + " " + phrase
                + "</title></head>\r\n<body>\r\n"
                + "<center><h1>" + status + " " + phrase + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n"
                + "</html>\r\n");
    }
}
