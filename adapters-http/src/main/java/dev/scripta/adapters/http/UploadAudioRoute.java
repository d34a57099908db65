package dev.scripta.adapters.http;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.recording.Prefer;

import dev.scripta.adapters.http.recording.Standings;

import dev.scripta.adapters.http.transport.FormShape;
import dev.scripta.adapters.http.transport.SpooledFile;
import dev.scripta.adapters.http.transport.UploadForm;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.usecase.PreviewRecording;
import dev.scripta.core.usecase.ProcessedRecording;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/** {@code POST /api/upload-audio}: a recording becomes the session's conversation. */
final class UploadAudioRoute implements Handler {

    private static final String SESSION = "session_id";
    private static final String REPROCESS = "reprocess";
    private static final String AUDIO = "audio_file";
    private static final FormShape SHAPE = new FormShape(Set.of(SESSION, REPROCESS), Optional.of(AUDIO));
    private static final HeaderName REPLAYED = HeaderNames.create("Idempotent-Replayed");

    private final Messages messages;
    private final Callers callers;
    private final AcceptedRecordings recordings;
    private final Standings standings;
    private final PreviewRecording preview;
    private final Clock clock;

    UploadAudioRoute(Messages messages, Callers callers, AcceptedRecordings recordings, Standings standings,
            PreviewRecording preview, Clock clock) {
        this.messages = messages;
        this.callers = callers;
        this.recordings = recordings;
        this.standings = standings;
        this.preview = preview;
        this.clock = clock;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws IOException {
        Optional<Caller> caller = callers.orGuest(request);
        try (UploadForm form = messages.forms().read(request, SHAPE)) {
            FormFields fields = new FormFields(form);
            Optional<SessionId> session = fields.text(SESSION, SessionId::new);
            boolean reprocess = fields.textOr(REPROCESS, false, UploadAudioRoute::trueOrFalse);
            Optional<SpooledFile> file = fields.file(AUDIO);
            fields.check();
            if (caller.isEmpty()) {
                answerGuest(response, session.orElseThrow(), file.orElseThrow());
                return;
            }
            Recording recording = recording(caller.get(), session.orElseThrow(), file.orElseThrow());
            if (Prefer.of(request.headers()).respondAsync()) {
                accept(response, recording, reprocess);
            } else {
                answer(response, recording, reprocess);
            }
        }
    }

    /** Where the result will be; a recording that was processed before has it there at once. */
    private void accept(ServerResponse response, Recording recording, boolean reprocess) {
        recordings.accept(recording, reprocess);
        RecordingKey key = new RecordingKey(recording.key(), recording.digest());
        response.status(Status.ACCEPTED_202);
        response.header(HeaderNames.LOCATION, RecordingAddress.of(key));
        response.header(Prefer.APPLIED, Prefer.RESPOND_ASYNC);
        messages.answers().send(response, StatusResponse.of(standings.accepted(key), ZonedDateTime.now(clock)));
    }

    private static Recording recording(Caller caller, SessionId session, SpooledFile file) throws IOException {
        return new Recording(new ConversationKey(caller.owner(), session), AudioSource.of(file.path()),
                file.sha256());
    }

    private void answerGuest(ServerResponse response, SessionId session, SpooledFile file) throws IOException {
        Content content = preview.preview(AudioSource.of(file.path()));
        messages.answers()
                .send(response, UploadAudioResponse.of(session, file.sha256(), content, SaveResult.SKIPPED,
                        ZonedDateTime.now(clock)));
    }

    private void answer(ServerResponse response, Recording recording, boolean reprocess) {
        ProcessedRecording result = recordings.process(recording, reprocess);
        JsonAnswers.tag(response, result.save());
        response.header(REPLAYED, Boolean.toString(result.replayed()));
        messages.answers()
                .send(response, UploadAudioResponse.of(recording.key().session(), recording.digest(), result.content(),
                        result.save(), ZonedDateTime.now(clock)));
    }

    private static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(REPROCESS + " must be true or false");
        };
    }
}
