package dev.scripta.core.simulation;

import dev.scripta.core.error.AnalysisFailedException;
import dev.scripta.core.error.RecordingRefusedException;
import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Paid engines: slow, moody, and never twice of the same opinion, so that results of two calls can be told apart. */
final class Engines {

    private final World world;
    private final RandomGenerator chance;

    Engines(World world, RandomGenerator chance) {
        this.world = world;
        this.chance = chance;
    }

    /** How all words of an owner's session begin. */
    static String tag(ConversationKey key) {
        return key.owner().value() + "/" + key.session().value() + ":";
    }

    Transcript transcribe(AudioSource audio) {
        Operation operation = world.scheduler.operation();
        Audio recorded = (Audio) audio;
        int call = work(operation, Stage.TRANSCRIPTION);
        if (recorded.isSilent()) {
            world.sightings.saw(Sight.SILENCE);
            return Transcript.noSpeech("simulation");
        }
        if (recorded.isBroken()) {
            throw new RecordingRefusedException(Reason.UNREADABLE, "This is no audio.");
        }
        if (world.weather.strikes(Fault.ENGINE_AWAY)) {
            throw new TranscriptionFailedException("The engine is away.", true);
        }
        if (world.weather.strikes(Fault.ENGINE_BROKEN, 0.01)) {
            throw new TranscriptionFailedException("The engine is broken.", false);
        }
        return Transcript.of(tag(operation.key.orElseThrow()) + recorded.name() + "\nheard in call " + call);
    }

    Analysis analyze(Transcript transcript) {
        int call = work(world.scheduler.operation(), Stage.ANALYSIS);
        if (world.weather.strikes(Fault.ENGINE_AWAY)) {
            throw new AnalysisFailedException("The engine is away.", true);
        }
        if (world.weather.strikes(Fault.ENGINE_BROKEN, 0.01)) {
            throw new AnalysisFailedException("The engine is broken.", false);
        }
        return new Analysis(JsonObject.of("understood in call", "" + call));
    }

    private int work(Operation operation, Stage stage) {
        int call = world.work.paid(operation, stage);
        world.trace.note("engine", stage.name());
        world.scheduler.pause(Duration.ofMillis(chance.nextInt(8) == 0
                ? chance.nextInt(20_000, 90_000)
                : chance.nextInt(200, 8_000)));
        return call;
    }
}
