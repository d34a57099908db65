package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.FormShape;
import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.adapters.http.transport.UploadForm;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.usecase.SaveAnalysis;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** {@code POST /api/save-analysis}: a transcript and its analysis, which the page already has, are saved. */
final class SaveAnalysisRoute implements Handler {

    private static final String SESSION = "session_id";
    private static final String TRANSCRIPT = "transcript";
    private static final String ANALYSIS = "analysis";
    private static final int CHARACTERS_AT_ONCE = 16 << 20;
    private static final FormShape SHAPE = new FormShape(Set.of(SESSION, TRANSCRIPT, ANALYSIS), Optional.empty());

    private final Messages messages;
    private final Callers callers;
    private final SaveAnalysis saveAnalysis;
    private final JsonInput json = new JsonInput();

    /**
     * A tree takes many times the size of its text, from when it is read until it is saved: however many clients come and
     * however long the store takes, only so much is in memory at once. Usual ones weigh next to nothing.
     */
    private final Semaphore memory = new Semaphore(CHARACTERS_AT_ONCE, true);

    SaveAnalysisRoute(Messages messages, Callers callers, SaveAnalysis saveAnalysis) {
        this.messages = messages;
        this.callers = callers;
        this.saveAnalysis = saveAnalysis;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Optional<Caller> caller = callers.orGuest(request);
        try (UploadForm form = messages.forms().read(request, SHAPE)) {
            int weight = weight(form);
            memory.acquireUninterruptibly(weight);
            try {
                Save save = read(form);
                SaveResult result = caller.map(known -> save(request, known, save)).orElse(SaveResult.SKIPPED);
                answer(request, response, save.session(), result);
            } finally {
                memory.release(weight);
            }
        }
    }

    private static int weight(UploadForm form) {
        return Math.min(form.texts().getOrDefault(ANALYSIS, "").length(), CHARACTERS_AT_ONCE);
    }

    /** What shall be saved, and for which session. */
    private record Save(SessionId session, Content content) {}

    private Save read(UploadForm form) {
        FormFields fields = new FormFields(form);
        Optional<SessionId> session = fields.text(SESSION, SessionId::new);
        Optional<Transcript> transcript = fields.text(TRANSCRIPT, Transcript::of);
        Optional<Analysis> analysis = fields.text(ANALYSIS, this::analysis);
        fields.check();
        return new Save(session.orElseThrow(), new Content(transcript.orElseThrow(), analysis.orElseThrow()));
    }

    private SaveResult save(ServerRequest request, Caller caller, Save save) {
        ConversationKey key = new ConversationKey(caller.owner(), save.session());
        return Preconditions.of(request.headers())
                .map(expected -> saveAnalysis.save(key, save.content(), expected))
                .orElseGet(() -> saveAnalysis.save(key, save.content()));
    }

    private void answer(ServerRequest request, ServerResponse response, SessionId session, SaveResult result) {
        JsonAnswers.tag(response, result);
        if (result.outcome() == SaveOutcome.CONFLICT) {
            messages.problems()
                    .send(request, response, Problem.named("precondition-failed", 412, "Precondition failed",
                            "The conversation is not as If-Match or If-None-Match expects it. It was left as it is."));
            return;
        }
        response.status(result.outcome() == SaveOutcome.DEFERRED ? Status.ACCEPTED_202 : Status.OK_200);
        messages.answers().send(response, SaveAnalysisResponse.of(session, result));
    }

    private Analysis analysis(String text) {
        return json.object(text)
                .map(Analysis::new)
                .orElseThrow(() -> new RefusedException(400, "Invalid analysis JSON format"));
    }
}
