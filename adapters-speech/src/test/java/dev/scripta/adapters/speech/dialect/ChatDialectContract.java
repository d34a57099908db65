package dev.scripta.adapters.speech.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.tck.ConversationAnalyzerContract;
import dev.scripta.core.tck.server.Dialect;
import dev.scripta.core.tck.server.ScriptedAnswer;
import dev.scripta.core.tck.server.ScriptedRequest;
import dev.scripta.core.tck.server.ScriptedServer;
import dev.scripta.core.usecase.SystemTicker;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole contract of an analyzer, over a server that speaks one dialect. */
abstract class ChatDialectContract extends ConversationAnalyzerContract {

    private static final int SENTENCES = 4_000;

    private final ScriptedServer server;
    /** A server that repeats in its error all that it was told. */
    private final ScriptedServer gossip =
            ScriptedServer.answering(request -> ScriptedAnswer.text(500, request.text()));
    private final ConversationAnalyzer analyzer;

    ChatDialectContract(Dialect dialect) {
        server = ScriptedServer.always(dialect.completion(Chat.FITTING));
        analyzer = Chat.analyzer(server.url(), new SystemTicker());
    }

    @AfterEach
    void close() {
        server.close();
        gossip.close();
    }

    @Test
    void one_answer_is_one_request_and_one_receipt() {
        List<EngineCall> calls = analyzer.analyze(Transcript.of("Good morning.")).calls();
        assertEquals(1, server.count());
        assertEquals(1, calls.size());
        assertEquals(OptionalLong.of(45), calls.getFirst().outputTokens());
    }

    @Test
    void every_sentence_of_a_long_transcript_is_sent() {
        analyzer.analyze(Transcript.of(IntStream.range(0, SENTENCES)
                .mapToObj(i -> "We spoke about matter " + i + ".")
                .collect(Collectors.joining("\n"))));
        String sent = server.requests().stream().map(ScriptedRequest::text).collect(Collectors.joining());
        for (int i = 0; i < SENTENCES; i++) {
            assertTrue(sent.contains("matter " + i + "."), "sentence " + i);
        }
    }

    @Override
    public ConversationAnalyzer analyzer() {
        return analyzer;
    }

    @Override
    public Optional<ConversationAnalyzer> failingAnalyzer() {
        return Optional.of(Chat.analyzer(gossip.url(), new SystemTicker()));
    }

    @Override
    public boolean deterministic() {
        return true;
    }
}
