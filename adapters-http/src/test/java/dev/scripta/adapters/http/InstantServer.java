package dev.scripta.adapters.http;

import dev.scripta.core.model.Transcript;
import dev.scripta.core.usecase.WorkRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The API over an engine that answers at once, as a program of its own: its heap can then be bounded. */
public final class InstantServer {

    private InstantServer() {}

    /** Serves until it is killed; prints its port. The arguments are the spool's parent and the largest upload. */
    public static void main(String[] args) throws InterruptedException {
        Backend backend = new Backend();
        backend.engine = audio -> Transcript.of("bytes: " + audio.size());
        RunningApi api = new RunningApi(backend, WorkRules.DEFAULT, RunningApi.settings(Path.of(args[0]),
                Duration.ZERO, Long.parseLong(args[1]), RunningApi.CONNECTIONS));
        System.out.println(api.port());
        new CountDownLatch(1).await();
    }
}
