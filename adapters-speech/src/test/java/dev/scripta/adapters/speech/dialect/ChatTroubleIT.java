package dev.scripta.adapters.speech.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.tck.server.Dialect;
import dev.scripta.core.tck.server.ScriptedServer;
import dev.scripta.core.tck.server.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong at a language model's server, as the guard and the journal hear of it. */
final class ChatTroubleIT {

    /** By schema, as JSON, as text: a question that is refused is billed by nobody. */
    private static final int FORMS = 3;
    private static final Transcript SPEECH = Transcript.of("The patient slept well.");

    private final UnhurriedTicker ticker = new UnhurriedTicker();

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "GROQ", "VLLM", "VLLM_FLAT", "LOCALAI"})
    void every_trouble_is_understood(Dialect dialect) {
        for (Trouble trouble : Trouble.values()) {
            try (ScriptedServer server = ScriptedServer.always(dialect.trouble(trouble))) {
                AnalysisFailedException failure = failureAt(server);
                Verdict verdict = Verdict.of(failure);
                assertEquals(expected(trouble, dialect), verdict, () -> trouble + ": " + failure.detail());
                assertTrue(server.count() == 1 || (verdict == Verdict.HOPELESS && server.count() == FORMS),
                        () -> trouble + ": " + server.count() + " requests");
                assertEquals(List.of(), ticker.pauses);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "GROQ", "VLLM", "LOCALAI"})
    void stated_times_are_kept(Dialect dialect) {
        try (ScriptedServer server = ScriptedServer.always(dialect.completion(Chat.FITTING))
                .first(dialect.trouble(Trouble.RATE_LIMITED).with("Retry-After", "7"))) {
            Analysis analysis = Chat.analyzer(server.url(), ticker).analyze(SPEECH);
            assertEquals(1, analysis.calls().size());
            assertEquals(2, server.count());
            assertTrue(ticker.pauses.getFirst().compareTo(Duration.ofSeconds(7)) >= 0, ticker.pauses::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "GROQ", "VLLM", "LOCALAI"})
    void answers_that_cannot_be_used_are_asked_for_once_more(Dialect dialect) {
        for (var answer : List.of(dialect.cutOff("{\"title\":"), dialect.refusal("I cannot help with that."),
                dialect.filtered(""), dialect.completion("{}"))) {
            try (ScriptedServer server = ScriptedServer.always(answer)) {
                assertEquals(Verdict.HOPELESS, Verdict.of(failureAt(server)));
                assertEquals(2, server.count());
            }
            try (ScriptedServer server = ScriptedServer.always(dialect.completion(Chat.FITTING)).first(answer)) {
                assertEquals(2, Chat.analyzer(server.url(), ticker).analyze(SPEECH).calls().size(), "both were paid");
            }
        }
    }

    private static Verdict expected(Trouble trouble, Dialect dialect) {
        return switch (trouble) {
            case TOO_LARGE, TOO_LONG, INVALID_PARAMETER -> Verdict.HOPELESS;
            case UNSUPPORTED_FORMAT -> dialect == Dialect.LOCALAI ? Verdict.LATER : Verdict.HOPELESS;
            case BAD_GATEWAY, GATEWAY_TIMEOUT -> Verdict.UNKNOWN;
            default -> Verdict.LATER;
        };
    }

    private AnalysisFailedException failureAt(ScriptedServer server) {
        return assertThrows(AnalysisFailedException.class,
                () -> Chat.analyzer(server.url(), ticker).analyze(SPEECH));
    }
}
