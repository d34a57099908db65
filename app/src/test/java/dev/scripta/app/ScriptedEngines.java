package dev.scripta.app;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.tck.server.Dialect;
import dev.scripta.core.tck.server.Heard;
import dev.scripta.core.tck.server.ScriptedAnswer;
import dev.scripta.core.tck.server.ScriptedRequest;
import dev.scripta.core.tck.server.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenAI, played by a server that knows neither speech nor language, and the settings by which Scripta finds it. */
final class ScriptedEngines implements AutoCloseable {

    private static final String ANALYSIS = """
            {"title": "Notes", "summary": "Somebody wants notes.", "topics": ["notes"], "decisions": [],
            "action_items": [], "questions": [], "mood": null}""";

    private final Heard heard;
    private final Duration pace;
    private final ScriptedServer server = ScriptedServer.answering(this::answer);

    /**
     * Engines for recordings that play so long.
     *
     * @param pace how long recognition takes; the analysis comes at once
     */
    ScriptedEngines(Duration played, Duration pace) {
        String words = "Please send me the notes.";
        this.heard = new Heard(new Transcript(words, Optional.of("en"), List.of(new Segment(Duration.ZERO, played,
                words)),
                Optional.empty()), played);
        this.pace = pace;
    }

    private ScriptedAnswer answer(ScriptedRequest request) {
        if (request.path().endsWith("/audio/transcriptions")) {
            return Dialect.OPENAI.transcription(request, heard).after(pace);
        }
        return Dialect.OPENAI.completion(ANALYSIS);
    }

    /** For the environment: so many recordings at once, and connections for them and for whoever looks. */
    Map<String, String> settings(int parallel) {
        Map<String, String> settings = new HashMap<>();
        for (String stage : List.of("SPEECH", "ANALYSIS")) {
            settings.put("SCRIPTA_" + stage + "_ENGINE", "openai");
            settings.put("SCRIPTA_" + stage + "_OPENAI_URL", server.url().toString());
            settings.put("SCRIPTA_" + stage + "_OPENAI_MODEL", "scripted");
            settings.put("SCRIPTA_" + stage + "_OPENAI_PARALLEL", Integer.toString(parallel));
        }
        settings.put("SCRIPTA_SPEECH_OPENAI_MODEL", "whisper-1");
        settings.put("SERVER_CONNECTIONS", Integer.toString(parallel + 100));
        return settings;
    }

    URI url() {
        return server.url();
    }

    /** How many requests were unanswered at once, at most. */
    int mostAtOnce() {
        return server.mostAtOnce();
    }

    @Override
    public void close() {
        server.close();
    }
}
