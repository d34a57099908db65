package dev.scripta.core.tck.server;

import dev.scripta.core.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as it was sent. Of files, only the first bytes are kept.
 *
 * @param fields the values of each field, in the order of sending
 * @param files in the order of sending
 */
record Form(Map<String, List<String>> fields, List<ReceivedFile> files) {

    static final Form NONE = new Form(Map.of(), List.of());

    private static final int MAX_FIELD_BYTES = 1 << 20;
    /** RFC 2046: 1 to 70 characters of these, of which the last is no space. */
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i)multipart/form-data;.*boundary=\"?([0-9a-z'()+_,\\-./:=? ]{0,69}[0-9a-z'()+_,\\-./:=?])\"?\\s*");

    /**
     * Reads a form to its end.
     *
     * @param type the value of the request's {@code Content-Type}
     * @param keep how many bytes of each file are kept
     */
    static Form read(InputStream in, String type, int keep) throws IOException {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.matches()) {
            throw new MalformedFormException("a form without a boundary that RFC 2046 allows");
        }
        MultipartReader parts = new MultipartReader(in, boundary.group(1));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<ReceivedFile> files = new ArrayList<>();
        while (parts.next()) {
            PartHeaders headers = parts.headers();
            if (headers.isFile()) {
                files.add(file(headers, parts, keep));
            } else {
                fields.computeIfAbsent(headers.field(), name -> new ArrayList<>()).add(value(parts));
            }
        }
        return new Form(fields, files);
    }

    private static String value(MultipartReader parts) throws IOException {
        Kept kept = new Kept(MAX_FIELD_BYTES);
        parts.content(kept);
        return new String(kept.bytes.toByteArray(), StandardCharsets.UTF_8);
    }

    private static ReceivedFile file(PartHeaders headers, MultipartReader parts, int keep) throws IOException {
        Kept kept = new Kept(keep);
        MessageDigest digest = Sha256.newDigest();
        parts.content((bytes, offset, length) -> {
            kept.take(bytes, offset, length);
            digest.update(bytes, offset, length);
        });
        return new ReceivedFile(headers, kept.size, Sha256.finished(digest), kept.bytes.toByteArray());
    }

    /** Counts all bytes, keeps the first. */
    private static final class Kept implements MultipartReader.Sink {

        private final int limit;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long size;

        Kept(int limit) {
            this.limit = limit;
        }

        @Override
        public void take(byte[] more, int offset, int length) {
            bytes.write(more, offset, Math.min(length, limit - bytes.size()));
            size += length;
        }
    }
}
