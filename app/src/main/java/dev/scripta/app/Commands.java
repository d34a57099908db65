package dev.scripta.app;

import dev.scripta.core.model.SaveOutcome;
import io.helidon.config.Config;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: without a command, the service. */
@Command(name = "scripta", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Serves the HTTP API until it is stopped (Ctrl-C).")
final class Commands implements Callable<Integer> {

    private static final System.Logger LOG = System.getLogger(Commands.class.getName());

    private final Clock clock;
    private final PrintStream out;

    Commands(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = Settings.from(Config.create());
        Resources resources = new Resources();
        // Before anything is started: also a start that is interrupted must not leave a database running.
        Runtime.getRuntime().addShutdownHook(new Thread(resources::close, "scripta-stop"));
        Service service = Service.start(settings, new ConfiguredEngines(settings), clock, resources);
        LOG.log(System.Logger.Level.INFO, "Engines: speech {0}, analysis {1}, template {2}",
                settings.speech().engine().told(), settings.analysis().engine().told(),
                settings.analysis().template().name());
        out.println(service.greeting());
        new CountDownLatch(1).await();
        return 0;
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Transcribes, analyses and saves one recording and prints the result as JSON. "
                    + "Also works while the service runs.")
    int process(
            @Parameters(paramLabel = "FILE", description = "The recording, in any usual audio format.") Path file,
            @Option(names = "--session", paramLabel = "ID",
                    description = "The session it belongs to; by default one made from the recording itself, so that "
                            + "the same file is always the same session.") Optional<String> session,
            @Option(names = "--account", paramLabel = "ADDRESS",
                    description = "Whose conversation it becomes: the address that they sign in with. Needed where "
                            + "people sign in.") Optional<String> account)
            throws IOException {
        FileProcessing.Result result = new FileProcessing(Settings.from(Config.create()), clock).process(file, session,
                account);
        out.println(result.json());
        if (result.save() == SaveOutcome.UNSAVED) {
            throw new StartupException("The result is not saved, for the database is away: run this again later.");
        }
        return 0;
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Takes over accounts and conversations that the system before Scripta has in the same database, "
                    + "and prints what became of them as JSON. Its tables stay as they are. Run it as often as you like, "
                    + "also while the service runs.")
    int adopt() throws IOException {
        out.println(new DatabaseAdoption(Settings.from(Config.create()), clock).adopt());
        return 0;
    }
}
