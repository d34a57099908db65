package dev.scripta.adapters.http;

import dev.scripta.core.model.OwnerId;
import java.util.Objects;

/**
 * Who sent a request.
 *
 * @param owner whose conversations the request may see and change
 * @param number what existing pages know the owner by ({@code paramedic_id})
 */
public record Caller(OwnerId owner, long number) {

    /** Everybody, while sign-in is off. */
    public static final Caller LOCAL = new Caller(OwnerId.LOCAL, 1);

    /** Checks presence. */
    public Caller {
        Objects.requireNonNull(owner, "owner");
    }
}
