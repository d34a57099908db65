package dev.scripta.app;

import dev.scripta.chaos.EngineCalls;
import io.helidon.config.Config;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Scripta as a process, with engines that count what they are asked instead of understanding it. */
public final class CountingScripta {

    private CountingScripta() {}

    /** Runs until it is killed; the argument names the file for the engine's bill. */
    public static void main(String[] args) throws Exception {
        Resources resources = new Resources();
        Runtime.getRuntime().addShutdownHook(new Thread(resources::close));
        Engines engines = new CountingEngines(new EngineCalls(Path.of(args[0])));
        Service service = Service.start(Settings.from(Config.create()), engines, Clock.systemUTC(), resources);
        System.out.println(service.greeting());
        new CountDownLatch(1).await();
    }
}
