package dev.scripta.core.tck.server;

import java.io.IOException;

/** A form is not as RFC 7578 and RFC 2046 demand. */
final class MalformedFormException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedFormException(String message) {
        super(message);
    }
}
