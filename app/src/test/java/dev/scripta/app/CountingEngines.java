package dev.scripta.app;

import dev.scripta.chaos.EngineCalls;
import dev.scripta.chaos.EngineCalls.Call;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Recording;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationAnalyzer;
import dev.scripta.core.port.SpeechToText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Engines that take their time, write each answer on the bill, and never answer the same twice: who pays again gets something
 * else.
 */
final class CountingEngines implements ReadyEngines {

    private static final int SHORTEST_MILLIS = 50;
    private static final int LONGEST_MILLIS = 600;

    private final EngineCalls calls;

    CountingEngines(EngineCalls calls) {
        this.calls = calls;
    }

    @Override
    public SpeechToText speechToText() {
        return this::transcribe;
    }

    private Transcript transcribe(AudioSource audio) {
        try {
            Sha256 digest = Recording.digestOf(audio);
            think();
            answered("speech", digest.hex());
            return Transcript.of(digest.hex() + "\nin the take\n" + UUID.randomUUID());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ConversationAnalyzer analyzer() {
        return transcript -> {
            think();
            String digest = transcript.text().lines().findFirst().orElseThrow();
            answered("analysis", digest);
            return new Analysis(JsonObject.of("take", UUID.randomUUID().toString()));
        };
    }

    private void answered(String stage, String digest) {
        calls.add(new Call(System.currentTimeMillis(), ProcessHandle.current().pid(), stage, digest));
    }

    private static void think() {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
