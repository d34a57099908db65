package dev.scripta.adapters.http;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.export.Exports;
import dev.scripta.adapters.http.recording.Discards;
import dev.scripta.adapters.http.recording.Following;
import dev.scripta.adapters.http.recording.KeptAudio;

import dev.scripta.adapters.http.recording.Standings;
import dev.scripta.adapters.http.transport.Problems;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The API's table of contents. */
final class ApiRouting {

    private static final int PDFS_AT_ONCE = 2;
    private static final Duration PATIENCE_FOR_PDFS = Duration.ofSeconds(20);

    private final Messages messages;
    private final Callers callers;
    private final ErrorMapping errors;
    private final UploadAudioRoute uploadAudio;
    private final SaveAnalysisRoute saveAnalysis;
    private final RecordingRoutes recordings;
    private final ConversationRoutes conversations;
    private final TemplatesRoute templates;
    private final GeneratePdfRoute generatePdf;
    private final HealthRoute health;

    ApiRouting(UseCases useCases, AcceptedRecordings accepted, Callers callers, Supplier<Health> health,
            Templates templates, Standings standings, Following following, Messages messages, Clock clock) {
        this.messages = messages;
        this.callers = callers;
        this.errors = new ErrorMapping(messages.problems());
        this.uploadAudio = new UploadAudioRoute(messages, callers, accepted, standings, useCases.previewRecording(),
                clock);
        this.recordings = new RecordingRoutes(messages, callers, standings, following,
                new Discards(useCases.followRecordings(), accepted, useCases.discardRecording()), clock);
        this.saveAnalysis = new SaveAnalysisRoute(messages, callers, useCases.saveAnalysis());
        Exports exports = new Exports(PDFS_AT_ONCE, PATIENCE_FOR_PDFS);
        this.conversations = new ConversationRoutes(messages, callers, useCases.browseConversations(), accepted,
                new KeptAudio(accepted), templates.titles(), exports);
        this.templates = new TemplatesRoute(callers, messages.answers(), templates);
        this.generatePdf = new GeneratePdfRoute(messages, callers, exports, clock);
        this.health = new HealthRoute(health, messages.answers());
    }

    void register(HttpRouting.Builder routing) {
        Problems problems = messages.problems();
        problems.register(routing);
        errors.register(routing);
        routing.post("/api/upload-audio", uploadAudio);
        routing.post("/api/save-analysis", saveAnalysis);
        routing.register("/api/user/recordings", recordings);
        routing.register("/api/user/conversations", conversations);
        routing.get("/api/templates", templates);
        routing.post("/api/generate-pdf", generatePdf);
        routing.get("/api/health", health);
        callers.register(routing, messages);
        problems.onlyMethods(routing, "/api/upload-audio", Method.POST);
        problems.onlyMethods(routing, "/api/save-analysis", Method.POST);
        problems.onlyMethods(routing, "/api/templates", Method.GET);
        problems.onlyMethods(routing, "/api/generate-pdf", Method.POST);
        problems.onlyMethods(routing, "/api/health", Method.GET);
        routing.any(problems.notFound());
    }
}
