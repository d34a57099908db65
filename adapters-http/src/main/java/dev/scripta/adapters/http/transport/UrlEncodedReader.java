package dev.scripta.adapters.http.transport;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads application/x-www-form-urlencoded. Unlike a browser's reader it refuses broken percent signs and text. */
final class UrlEncodedReader {

    private final FormLimits limits;

    UrlEncodedReader(FormLimits limits) {
        this.limits = limits;
    }

    UploadForm read(InputStream body, FormShape shape) {
        var draft = new FormDraft();
        // One character per byte: what the bytes mean is only known when a field is decoded.
        String[] pairs = new String(bytes(body), StandardCharsets.ISO_8859_1).split("&", limits.parts() + 1);
        if (pairs.length > limits.parts()) {
            throw new RefusedException(413, "A form is limited to " + limits.parts() + " fields.");
        }
        for (String pair : pairs) {
            int sign = pair.indexOf('=');
            String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
            if (shape.isText(name) || shape.isFile(name)) {
                draft.text(shape, name, decoded(sign < 0 ? "" : pair.substring(sign + 1)));
            }
        }
        return draft.finish();
    }

    private byte[] bytes(InputStream body) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(limits.urlEncoded() + 1);
        } catch (IOException | InsufficientDataAvailableException e) {
            throw RefusedException.malformed();
        }
        if (bytes.length > limits.urlEncoded()) {
            throw RefusedException.tooLarge("A form", limits.urlEncoded());
        }
        return bytes;
    }

    private String decoded(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c != '%') {
                bytes.write(c == '+' ? ' ' : c);
            } else if (i + 2 < encoded.length()) {
                bytes.write(hexDigit(encoded.charAt(++i)) << 4 | hexDigit(encoded.charAt(++i)));
            } else {
                throw RefusedException.malformed();
            }
        }
        if (bytes.size() > limits.text()) {
            throw RefusedException.tooLarge("A text field", limits.text());
        }
        return StrictText.of(bytes.toByteArray());
    }

    private static int hexDigit(char c) {
        int digit = Character.digit(c, 16);
        if (digit < 0) {
            throw RefusedException.malformed();
        }
        return digit;
    }
}
