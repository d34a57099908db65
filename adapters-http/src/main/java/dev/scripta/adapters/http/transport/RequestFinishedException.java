package dev.scripta.adapters.http.transport;

import io.helidon.webserver.CloseConnectionException;

/** The connection is to be closed, and the client has nothing more to send: no reason to wait for it. */
final class RequestFinishedException extends CloseConnectionException {

    private static final long serialVersionUID = 1;

    RequestFinishedException() {
        super("Close requested");
    }
}
