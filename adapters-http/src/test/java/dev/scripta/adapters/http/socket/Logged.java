package dev.scripta.adapters.http.socket;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class logs, as a log file shows it. */
public final class Logged extends Handler implements AutoCloseable {

    private final Logger logger;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** From now on until it is closed. */
    public Logged(Class<?> source) {
        this(source.getName());
    }

    /** The same of a logger that is no class. */
    public Logged(String name) {
        this.logger = Logger.getLogger(name);
        setFormatter(new SimpleFormatter());
        logger.addHandler(this);
    }

    /** The next line; waits for it. */
    public String next() throws InterruptedException {
        String line = lines.poll(20, TimeUnit.SECONDS);
        return line == null ? "nothing was logged" : line;
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(getFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
