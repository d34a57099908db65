package dev.scripta.adapters.speech.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.adapters.speech.audio.AudioContract;
import dev.scripta.adapters.speech.audio.AudioDecoder;
import dev.scripta.adapters.speech.audio.AudioDecoderSettings;
import dev.scripta.adapters.speech.clip.ClipwiseSettings;
import dev.scripta.adapters.speech.clip.ClipwiseSpeechToText;
import dev.scripta.adapters.speech.openai.OpenAiRecogniser;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SpeechToText;
import dev.scripta.core.tck.server.Dialect;
import dev.scripta.core.tck.server.ScriptedRequest;
import dev.scripta.core.tck.server.ScriptedServer;
import dev.scripta.core.tck.server.TranscriptionService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole contract, over a server that speaks one dialect. */
abstract class DialectContract extends AudioContract {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Set<Dialect> GIVING_WORDS =
            Set.of(Dialect.OPENAI, Dialect.GROQ, Dialect.SPEACHES, Dialect.WHISPER_CPP);

    @TempDir
    static Path folder;

    private final boolean givesWords;
    private final ScriptedServer server;
    private final OpenAiRecogniser recogniser;
    private final SpeechToText engine;

    DialectContract(Dialect dialect, String model) {
        this.givesWords = GIVING_WORDS.contains(dialect) && !model.startsWith("gpt-");
        this.server = ScriptedServer.answering(TranscriptionService.of(dialect, new Ear()).withKey(Recogniser.KEY));
        this.recogniser = Recogniser.of(server.url(), model, Duration.ofSeconds(30));
        this.engine = new ClipwiseSpeechToText(
                new AudioDecoder(AudioDecoderSettings.in(folder).withMaxDuration(LONGEST)), recogniser,
                ClipwiseSettings.within(Duration.ofMinutes(1)), System::nanoTime);
    }

    @AfterEach
    void close() {
        recogniser.close();
        server.close();
    }

    /** The place of the clip in the recording is not known here, but how long its parts are. */
    @Test
    void times_are_those_that_the_server_told() {
        Transcript transcript = engine.transcribe(speech());
        ScriptedRequest request = server.requests().getFirst();
        List<Segment> told = engine.limits().timestamps()
                ? Ear.segments(Ear.played(request.file().orElseThrow()))
                : List.of();
        assertEquals(lengths(told), lengths(transcript.segments()));
        if (givesWords) {
            assertEquals(told.stream().map(segment -> segment.words().size()).toList(),
                    transcript.segments().stream().map(segment -> segment.words().size()).toList());
        }
        assertEquals(List.of(), transcript.gaps());
    }

    @Test
    void one_clip_is_one_request_and_one_receipt() {
        Transcript transcript = engine.transcribe(speech());
        assertEquals(1, server.count());
        assertEquals(1, transcript.calls().size());
        EngineCall call = transcript.calls().getFirst();
        assertEquals(recogniser.engine(), call.engine());
        assertEquals(Optional.of("req_scripted"), call.request());
        engine.transcribe(silence());
        engine.transcribe(noise().orElseThrow());
        assertEquals(1, server.count(), "nothing is sent where nobody speaks");
    }

    private static List<Duration> lengths(List<Segment> segments) {
        return segments.stream().map(segment -> segment.end().minus(segment.start())).toList();
    }

    @Override
    public SpeechToText engine() {
        return engine;
    }
}
