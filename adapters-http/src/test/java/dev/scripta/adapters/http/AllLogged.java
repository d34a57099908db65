package dev.scripta.adapters.http;

import io.helidon.logging.common.HelidonMdc;
import io.helidon.logging.jul.HelidonFormatter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** As in {@code app/src/main/resources/logging.properties}, like the level below. */
    private static final String FORMAT = "%4$s [%X{traceId}] %3$s: %5$s%6$s%n";

    private final Logger root = Logger.getLogger("");
    private final Logger quoting = Logger.getLogger("io.helidon.webserver.http1.Http1Connection");
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    AllLogged() {
        // It looks for its providers when it is first asked, and that is logged on the finest level.
        HelidonMdc.get("");
        setFormatter(formatter());
        setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        quoting.setLevel(Level.INFO);
        Stream.of(root.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .forEach(console -> console.setLevel(
                        Level.INFO));
        root.addHandler(this);
    }

    private static HelidonFormatter formatter() {
        try {
            String setting = "java.util.logging.SimpleFormatter.format=" + FORMAT;
            LogManager.getLogManager()
                    .updateConfiguration(new ByteArrayInputStream(setting.getBytes(StandardCharsets.ISO_8859_1)),
                            key -> (old, fresh) -> fresh == null ? old : fresh);
            return new HelidonFormatter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
