package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises one recording, clip after clip. Used once, by one thread. */
final class ClipRun {

    private final ClipRecogniser recogniser;
    private final PaidClips paid;
    private final Deadline deadline;
    private final Progress progress;
    private final JoinedTranscript joined;

    ClipRun(ClipRecogniser recogniser, PaidClips paid, Deadline deadline, Progress progress) {
        this.recogniser = recogniser;
        this.paid = paid;
        this.deadline = deadline;
        this.progress = progress;
        this.joined = new JoinedTranscript(recogniser.limits().timestamps());
    }

    /** Recognises the file as it came. */
    JoinedTranscript whole(Pcm pcm, Path original) throws InterruptedException {
        Clip clip = new Clip(original, pcm.format(), pcm.duration());
        joined.add(new SpeechSegment(0, pcm.samples()), recogniser.recognise(request(clip)));
        progress.reached(1);
        return joined;
    }

    /**
     * Recognises the clips one by one, each with the words before it; those that an attempt before paid for are not
     * recognised again.
     */
    JoinedTranscript each(Pcm pcm, List<SpeechSegment> clips) throws IOException, InterruptedException {
        Set<Sha256> kept = new HashSet<>();
        SpeechProgress speech = new SpeechProgress(progress, clips.stream().mapToLong(SpeechSegment::length).sum());
        for (SpeechSegment place : clips) {
            Path file = pcm.wav(place);
            try {
                ClipRequest request = request(new Clip(file, AudioFormat.WAV, Pcm.duration(place.length())));
                if (clips.size() == 1) {
                    // There is nothing before the only clip that could be lost with it.
                    joined.add(place, recogniser.recognise(request));
                } else {
                    Sha256 key = PaidClips.key(request);
                    joined.add(place, once(key, request), kept.add(key));
                }
                speech.recognised(place.length());
            } finally {
                Files.deleteIfExists(file);
            }
        }
        paid.forget(kept);
        return joined;
    }

    private Recognition once(Sha256 key, ClipRequest request) throws InterruptedException {
        Optional<Recognition> known = paid.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        Recognition recognition = recogniser.recognise(request);
        paid.keep(key, request, recognition);
        return recognition;
    }

    private ClipRequest request(Clip clip) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return new ClipRequest(clip, joined.tail(), deadline.left());
    }
}
