package dev.scripta.app;

import dev.scripta.adapters.http.JsonAnswers;
import dev.scripta.adapters.http.UploadAudioResponse;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.usecase.ProcessedRecording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Works on one recording in a file, beside a running service or without one. */
final class FileProcessing {

    private final Settings settings;
    private final Clock clock;

    FileProcessing(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param json what an upload of the file would be answered
     * @param save what became of saving it
     */
    record Result(String json, SaveOutcome save) {}

    Result process(Path file, Optional<String> session) throws IOException {
        Recording recording = recording(AudioSource.of(file), session);
        try (Resources resources = new Resources()) {
            Optional<DataDirectory> data = DataDirectory.takeOrJoin(settings.dataDirectory(), resources);
            Store store = resources.add(Store.of(settings, data));
            // Another one like this may have joined, and is not to lose its work.
            data.ifPresent(held -> resources.add(held::awaitGuests));
            // The backlog belongs to who holds the data directory: a guest can keep nothing.
            SaveBacklog backlog = data.isPresent()
                    ? data.get().backlog(settings.backlog())
                    : new InMemorySaveBacklog(0);
            Application application = resources.add(new Application(settings, store.url(), backlog,
                    new ConfiguredEngines(settings), clock));
            application.warmUp();
            store.start();
            application.schema().migrateIfReachable();
            resources.add(application.upkeep().renewal());
            ProcessedRecording result = application.useCases().processRecording().process(recording);
            String json = new JsonAnswers().text(UploadAudioResponse.of(recording.key().session(), recording.digest(),
                    result.content(),
                    result.save(), ZonedDateTime.now(clock)));
            return new Result(json, result.save().outcome());
        }
    }

    private static Recording recording(AudioSource audio, Optional<String> session) throws IOException {
        Sha256 digest = Recording.digestOf(audio);
        return new Recording(new ConversationKey(OwnerId.LOCAL, sessionId(digest, session)), audio, digest);
    }

    private static SessionId sessionId(Sha256 digest, Optional<String> session) {
        try {
            return new SessionId(session.orElse("file-" + digest.abbreviated()));
        } catch (IllegalArgumentException e) {
            throw new StartupException("--session cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
