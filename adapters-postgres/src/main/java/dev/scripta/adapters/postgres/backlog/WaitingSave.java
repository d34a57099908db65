package dev.scripta.adapters.postgres.backlog;

import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.Sha256;
import java.time.Instant;

/**
 * What is known of a waiting save without reading its file.
 *
 * @param order how new it is
 * @param fingerprint of its content; decides between equal orders
 * @param digest of the text of its file: tells this save from any other
 * @param at the time of its request
 * @param bytes how large its file is
 */
record WaitingSave(Order order, Sha256 fingerprint, Sha256 digest, Instant at, long bytes) {

    static WaitingSave of(DeferredSave save, byte[] text) {
        return new WaitingSave(save.request().order(), save.request().content().fingerprint(), Sha256.of(text),
                save.request().at(), text.length);
    }

    boolean isAsNewAs(WaitingSave other) {
        int byOrder = order.compareTo(other.order);
        return byOrder > 0 || (byOrder == 0 && fingerprint.compareTo(other.fingerprint) >= 0);
    }
}
