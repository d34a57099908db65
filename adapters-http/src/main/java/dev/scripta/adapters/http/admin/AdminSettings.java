package dev.scripta.adapters.http.admin;

import dev.scripta.adapters.http.page.LoopbackHosts;

/**
 * Where the admin port is.
 *
 * @param host the address to listen on: a loopback address, for there is no sign-in
 * @param port the TCP port, 0 for any free one
 */
public record AdminSettings(String host, int port) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException for a host that others can reach, or a name that nobody knows
     */
    public AdminSettings {
        if (!LoopbackHosts.isLoopback(host)) {
            throw new IllegalArgumentException(
                    "the admin host must be a loopback address, such as 127.0.0.1: there is no sign-in");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the admin port must be 0 to 65535");
        }
    }
}
