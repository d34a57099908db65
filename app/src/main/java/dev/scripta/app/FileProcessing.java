package dev.scripta.app;

import dev.scripta.adapters.http.JsonAnswers;
import dev.scripta.adapters.http.UploadAudioResponse;
import dev.scripta.core.memory.InMemorySaveBacklog;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.usecase.Accounts;
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

    /**
     * Processes it.
     *
     * @param session which session's; empty for one made from the recording itself
     * @param account the address of whose account; empty for the local owner, while nobody signs in
     */
    Result process(Path file, Optional<String> session, Optional<String> account) throws IOException {
        if (account.isEmpty() && settings.auth().isOn(settings.server().host())) {
            throw new StartupException("People sign in here: tell whose recording it is, with --account ADDRESS.");
        }
        AudioSource audio = AudioSource.of(file);
        Sha256 digest = Recording.digestOf(audio);
        SessionId sessionId = sessionId(digest, session);
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
            OwnerId owner = account.map(address -> owner(application.accounts(), address)).orElse(OwnerId.LOCAL);
            ProcessedRecording result = application.useCases()
                    .processRecording()
                    .process(new Recording(new ConversationKey(owner, sessionId), audio, digest));
            String json = new JsonAnswers().text(UploadAudioResponse.of(sessionId, digest, result.content(),
                    result.save(), ZonedDateTime.now(clock)));
            return new Result(json, result.save().outcome());
        }
    }

    private static OwnerId owner(Accounts accounts, String address) {
        EmailAddress known = StartupException.unlessRefused("--account", () -> new EmailAddress(address));
        return accounts.find(known)
                .map(account -> account.id().owner())
                .orElseThrow(() -> new StartupException("There is no account of the address that --account names."));
    }

    private static SessionId sessionId(Sha256 digest, Optional<String> session) {
        try {
            return new SessionId(session.orElse("file-" + digest.abbreviated()));
        } catch (IllegalArgumentException e) {
            throw new StartupException("--session cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
