package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.EntityTags;
import dev.scripta.core.model.Sha256;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Sends what comes with the program and never changes while it runs; packed once, for who takes it packed. Thread-safe. */
final class FixedAnswer implements Handler {

    /** Only with addresses that name a version. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";
    static final String ASK_AGAIN = "no-cache";

    private static final String GZIP = "gzip";

    private final byte[] bytes;
    private final byte[] packed;
    private final String tag;
    private final String type;
    private final String policy;
    private final String caching;

    private FixedAnswer(byte[] bytes, String type, String policy, String caching) {
        this.bytes = bytes;
        this.packed = packed(bytes);
        this.tag = Sha256.of(bytes).abbreviated();
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
        boolean pack = packed.length < bytes.length && takesPacked(request.headers());
        // Two forms of one answer are two answers to a cache (RFC 9110, section 8.8.3.3).
        String entity = "\"" + tag + (pack ? "-" + GZIP : "") + "\"";
        response.header(SecurityHeaders.POLICY, policy);
        response.header(HeaderNames.CACHE_CONTROL, caching);
        response.header(HeaderNames.ETAG, entity);
        response.header(HeaderNames.VARY, HeaderNames.ACCEPT_ENCODING.defaultCase());
        List<String> known = request.headers().all(HeaderNames.IF_NONE_MATCH, List::of);
        if (!known.isEmpty() && EntityTags.parse("If-None-Match", String.join(",", known)).matchesWeakly(entity)) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, type);
        if (pack) {
            response.header(HeaderNames.CONTENT_ENCODING, GZIP);
        }
        response.send(pack ? packed : bytes);
    }

    /** Whether the word stands there without a weight of nought; whoever writes more than that gets the plain form. */
    private static boolean takesPacked(Headers request) {
        return request.all(HeaderNames.ACCEPT_ENCODING, List::of)
                .stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .anyMatch(GZIP::equals);
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
