package dev.scripta.adapters.http;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.transport.Problems;
import dev.scripta.adapters.http.transport.StrictFraming;
import dev.scripta.adapters.http.transport.UploadForms;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import java.time.Clock;
import java.util.function.Supplier;

/** The API's table of contents. */
final class ApiRouting {

    private final Problems problems;
    private final ErrorMapping errors;
    private final UploadAudioRoute uploadAudio;
    private final SaveAnalysisRoute saveAnalysis;
    private final ConversationRoutes conversations;
    private final HealthRoute health;

    ApiRouting(UseCases useCases, AcceptedRecordings recordings, Callers callers, Supplier<Health> health,
            Titles titles, UploadForms forms, Problems problems, Clock clock) {
        JsonAnswers answers = new JsonAnswers();
        this.problems = problems;
        this.errors = new ErrorMapping(problems);
        this.uploadAudio = new UploadAudioRoute(forms, callers, recordings, answers, clock);
        this.saveAnalysis = new SaveAnalysisRoute(forms, callers, useCases.saveAnalysis(), answers, problems);
        this.conversations = new ConversationRoutes(callers, useCases.browseConversations(), recordings, titles,
                answers, problems);
        this.health = new HealthRoute(health, answers);
    }

    void register(HttpRouting.Builder routing) {
        routing.addFilter(new StrictFraming(problems));
        problems.register(routing);
        errors.register(routing);
        routing.post("/api/upload-audio", uploadAudio);
        routing.post("/api/save-analysis", saveAnalysis);
        routing.register("/api/user/conversations", conversations);
        routing.get("/api/health", health);
        problems.onlyMethods(routing, "/api/upload-audio", Method.POST);
        problems.onlyMethods(routing, "/api/save-analysis", Method.POST);
        problems.onlyMethods(routing, "/api/health", Method.GET);
        routing.any(problems.notFound());
    }
}
