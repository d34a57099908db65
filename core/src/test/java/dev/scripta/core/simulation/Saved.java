package dev.scripta.core.simulation;

import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Sha256;
import java.util.Comparator;

/** An intent to save, as far as intents are compared: the greater one wins. */
record Saved(Order order, Sha256 fingerprint) {

    static final Comparator<Saved> AGE = Comparator.comparing(Saved::order).thenComparing(Saved::fingerprint);

    static Saved of(SaveRequest request) {
        return new Saved(request.order(), request.content().fingerprint());
    }
}
