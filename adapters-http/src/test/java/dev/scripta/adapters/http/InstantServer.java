package dev.scripta.adapters.http;

import dev.scripta.core.memory.InMemoryConversationRepository;
import dev.scripta.core.model.Transcript;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The API over an engine that answers at once, as a program of its own: its heap can then be bounded. */
public final class InstantServer {

    private InstantServer() {}

    /** Serves until it is killed; prints its port. The arguments are the spool's parent and the largest upload. */
    public static void main(String[] args) throws InterruptedException {
        RunningApi api = new RunningApi(Path.of(args[0]), new InMemoryConversationRepository(),
                audio -> Transcript.of("bytes: " + audio.size()), Long.parseLong(args[1]));
        System.out.println(api.port());
        new CountDownLatch(1).await();
    }
}
