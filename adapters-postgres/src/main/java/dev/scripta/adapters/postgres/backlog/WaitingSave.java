package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Displaced;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a waiting save without reading its file.
 *
 * @param key whose it is
 * @param order how new it is
 * @param fingerprint of its content; decides between equal orders
 * @param digest of its text: tells this save from any other
 * @param at the time of its request
 * @param bytes how large its text is, without what gave way to it
 * @param displaced what gave way to it
 */
record WaitingSave(ConversationKey key, Order order, Sha256 fingerprint, Sha256 digest, Instant at, long bytes,
        Displaced displaced) {

    static WaitingSave of(KeptSave kept) {
        SaveRequest request = kept.save().request();
        byte[] text = text(kept.save());
        return new WaitingSave(request.key(), request.order(), request.content().fingerprint(), Sha256.of(text),
                request.at(), text.length, kept.displaced());
    }

    private static byte[] text(DeferredSave save) {
        return DeferredSaveJson.bytes(new KeptSave(save, Displaced.NONE));
    }

    /** Whether it is this very save. */
    boolean is(DeferredSave save) {
        return digest.equals(Sha256.of(text(save)));
    }

    boolean isAsNewAs(SaveRequest other) {
        int byOrder = order.compareTo(other.order());
        return byOrder > 0 || (byOrder == 0 && fingerprint.compareTo(other.content().fingerprint()) >= 0);
    }

    /** What has given way to a newer save once it took this one's place. */
    Displaced displacedBy(SaveRequest newer) {
        return fingerprint.equals(newer.content().fingerprint()) ? displaced : displaced.and(fingerprint, order);
    }

    /** What has given way to this one once it stayed though that one came. */
    Displaced displacing(SaveRequest older) {
        return fingerprint.equals(older.content().fingerprint()) ? displaced : displaced.and(older);
    }

    Optional<Order> orderOf(Sha256 content) {
        return fingerprint.equals(content) ? Optional.of(order) : displaced.orderOf(content);
    }
}
