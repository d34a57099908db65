package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.Audit;
import dev.scripta.core.model.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Where tries are limited, by the address that is tried and by the network it is tried from. Thread-safe. */
final class Door {

    private final String event;
    private final Tries networks;
    private final Tries addresses;
    private final Audit audit;

    /**
     * Limits one kind of tries.
     *
     * @param event its name in audit lines
     */
    Door(String event, Allowance byNetwork, Allowance byAddress, Clock clock, Audit audit) {
        this.event = event;
        this.networks = new Tries(byNetwork, clock);
        this.addresses = new Tries(byAddress, clock);
        this.audit = audit;
    }

    /**
     * Counts a try. The network comes first: one that tries too often cannot make others' addresses be forgotten, nor use up
     * their tries.
     *
     * @throws dev.scripta.adapters.http.transport.RefusedException 429 when it is one too many
     */
    void enter(String network, EmailAddress address) {
        Optional<Duration> wait = networks.count(network).or(() -> addresses.count(address.value()));
        if (wait.isPresent()) {
            throw Limit.refused(audit, event, wait.get());
        }
    }

    /** Takes a try back that was a good one. */
    void forgive(String network, EmailAddress address) {
        networks.forgive(network);
        addresses.forgive(address.value());
    }
}
