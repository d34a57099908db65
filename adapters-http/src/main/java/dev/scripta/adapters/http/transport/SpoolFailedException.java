package dev.scripta.adapters.http.transport;

import java.io.IOException;

/** The spool folder takes no file, because the disk is full or worse. Nothing was done with the recording. */
public final class SpoolFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * A failure of the disk.
     *
     * @param cause what the system said; never shown
     */
    public SpoolFailedException(IOException cause) {
        super("the spool folder takes no file", cause);
    }
}
