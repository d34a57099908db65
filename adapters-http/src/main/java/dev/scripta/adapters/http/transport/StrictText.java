package dev.scripta.adapters.http.transport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without replacement characters: text is stored as it was sent, or refused. */
final class StrictText {

    private StrictText() {}

    static String of(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(400, "A text field is not valid UTF-8.");
        }
    }
}
