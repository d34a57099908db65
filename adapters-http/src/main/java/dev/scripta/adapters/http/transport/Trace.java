package dev.scripta.adapters.http.transport;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a failure came from, as a log may tell it: messages are left out, for they may hold spoken text. */
final class Trace {

    /** Causes may go round in circles. */
    private static final int LONGEST = 20;

    private Trace() {}

    /** The classes of the failure and its causes, each with its stack frames; one line for each of them. */
    static String of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST)
                .map(Trace::oneOf)
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String oneOf(Throwable failure) {
        return failure.getClass().getName() + Arrays.stream(failure.getStackTrace())
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining());
    }
}
