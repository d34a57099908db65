package dev.scripta.adapters.http.accepted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Something done to recordings' files. */
@FunctionalInterface
interface Deed<T> {

    T act() throws IOException;

    /** A disk that fails here costs nobody an answer: it is logged, and empty. */
    static <T> Optional<T> attempt(String what, Deed<T> deed) {
        try {
            return Optional.of(deed.act());
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Deed.class.getName())
                    .log(System.Logger.Level.WARNING, "Accepted recordings: {0} failed, {1}", what,
                            e.getClass().getName());
            return Optional.empty();
        }
    }
}
