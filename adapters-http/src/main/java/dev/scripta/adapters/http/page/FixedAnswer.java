package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.EntityTags;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Sends what comes with the program and never changes while it runs. Thread-safe. */
final class FixedAnswer implements Handler {

    private final byte[] bytes;
    private final String tag;
    private final String type;
    private final String policy;
    private final String caching;

    private FixedAnswer(byte[] bytes, String type, String policy, String caching) {
        this.bytes = bytes;
        this.tag = "\"" + digest(bytes) + "\"";
        this.type = type;
        this.policy = policy;
        this.caching = caching;
    }

    /** A file that comes with the program, its type by the name. */
    static FixedAnswer of(Resource resource, String policy, String caching) {
        return new FixedAnswer(resource.bytes(), MediaTypes.of(resource.name()), policy, caching);
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        response.header(SecurityHeaders.POLICY, policy);
        response.header(HeaderNames.CACHE_CONTROL, caching);
        response.header(HeaderNames.ETAG, tag);
        List<String> known = request.headers().all(HeaderNames.IF_NONE_MATCH, List::of);
        if (!known.isEmpty() && EntityTags.parse("If-None-Match", String.join(",", known)).matchesWeakly(tag)) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.send(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }
}
