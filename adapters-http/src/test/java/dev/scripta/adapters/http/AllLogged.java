package dev.scripta.adapters.http;

import io.helidon.logging.jul.HelidonFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** All that the process logs, on every level, as the service's log shows it. */
final class AllLogged extends Handler implements AutoCloseable {

    /** Of {@code app/src/main/resources/logging.properties}. */
    private static final String FORMAT = "%4$s [%X{traceId}] %3$s: %5$s%6$s%n";

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    AllLogged() {
        System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
        setFormatter(formatter());
        setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        Stream.of(root.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .forEach(console -> console.setLevel(
                        Level.INFO));
        root.addHandler(this);
    }

    private static HelidonFormatter formatter() {
        try {
            LogManager.getLogManager()
                    .updateConfiguration(key -> (old, fresh) -> key.endsWith("SimpleFormatter.format") ? FORMAT : old);
            return new HelidonFormatter();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return lines;
    }

    /** Formatted at once, by the thread that logs: its context tells the trace. */
    @Override
    public void publish(LogRecord entry) {
        lines.add(getFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}
