package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The name of a conversation's file: neither owner nor session can be told from it. */
final class FileName {

    private FileName() {}

    /** The owner's length comes first, so that no two pairs of owner and session share a name. */
    static String of(ConversationKey key) {
        byte[] owner = key.owner().value().getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Sha256.newDigest();
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(owner.length).array());
        digest.update(owner);
        digest.update(key.session().value().getBytes(StandardCharsets.UTF_8));
        return Sha256.finished(digest).hex();
    }
}
