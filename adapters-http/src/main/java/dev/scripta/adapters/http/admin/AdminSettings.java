package dev.scripta.adapters.http.admin;

import java.util.Objects;

/**
 * Where the admin port is.
 *
 * @param host the address to listen on; there is no sign-in, so a loopback address or a network of operators
 * @param port the TCP port, 0 for any free one
 */
public record AdminSettings(String host, int port) {

    /** Checks the values. */
    public AdminSettings {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the admin port must be 0 to 65535");
        }
    }
}
