package dev.scripta.core.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The orders of the saves that gave way to one that waits, by the fingerprint of their content: a late repetition of one of
 * them is known by it. Holds no words, and the newest {@value #MOST} only.
 *
 * @param orders the newest order of each content
 */
public record Displaced(Map<Sha256, Order> orders) {

    /** Nothing gave way. */
    public static final Displaced NONE = new Displaced(Map.of());

    private static final int MOST = 100;

    /** Keeps the newest. */
    public Displaced {
        orders = orders.entrySet()
                .stream()
                .sorted(Map.Entry.<Sha256, Order>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** These and that save. */
    public Displaced and(SaveRequest request) {
        return and(request.content().fingerprint(), request.order());
    }

    /** These and a save of this content with this order. */
    public Displaced and(Sha256 fingerprint, Order order) {
        Map<Sha256, Order> all = new HashMap<>(orders);
        all.merge(fingerprint, order, (one, other) -> one.isNewerThan(other) ? one : other);
        return new Displaced(all);
    }

    /** The order of the content with this fingerprint, if it gave way. */
    public Optional<Order> orderOf(Sha256 fingerprint) {
        return Optional.ofNullable(orders.get(fingerprint));
    }
}
