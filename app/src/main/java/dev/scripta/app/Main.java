package dev.scripta.app;

import io.helidon.logging.common.LogConfig;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine;

/**
 * The program: {@code scripta} serves the API, {@code scripta process FILE} works on one recording, {@code scripta adopt}
 * takes over an older database.
 */
public final class Main {

    private Main() {}

    /** Runs the command line and ends with its exit code. */
    public static void main(String[] args) {
        LogConfig.configureRuntime();
        Commands commands = new Commands(Clock.system(ZoneId.systemDefault()), System.out);
        System.exit(new CommandLine(commands).setExecutionExceptionHandler(new FailureHandler()).execute(args));
    }
}
