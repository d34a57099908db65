package dev.scripta.adapters.speech.sphinx;

import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegment;
import dev.scripta.adapters.speech.clip.SpeechProgress;
import dev.scripta.core.model.Segment;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Recognises one recording's stretches of speech, several at once. Each lane takes the next stretch when it is done
 * with one; only those in work are in memory. Used once.
 */
final class Lanes {

    private final RecogniserPool recognisers;
    private final Pcm pcm;
    private final List<SpeechSegment> stretches;
    private final SpeechProgress progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<String> words;

    Lanes(RecogniserPool recognisers, Pcm pcm, List<SpeechSegment> stretches, SpeechProgress progress) {
        this.recognisers = recognisers;
        this.pcm = pcm;
        this.stretches = stretches;
        this.progress = progress;
        this.words = new AtomicReferenceArray<>(stretches.size());
    }

    /** Recognises all; when one lane fails or the thread is interrupted, the others stop after their stretch. */
    void run(ExecutorService threads, int count) throws InterruptedException, ExecutionException {
        Callable<Void> lane = this::lane;
        for (Future<Void> done : threads.invokeAll(Collections.nCopies(Math.min(count, stretches.size()), lane))) {
            done.get();
        }
    }

    /** The stretches in which words were heard. */
    List<Segment> segments() {
        return IntStream.range(0, stretches.size())
                .filter(i -> Fillers.isSpeech(words.get(i)))
                .mapToObj(i -> segment(stretches.get(i), words.get(i)))
                .toList();
    }

    private static Segment segment(SpeechSegment stretch, String words) {
        return new Segment(Pcm.duration(stretch.start()), Pcm.duration(stretch.end()), words);
    }

    private Void lane() throws IOException, InterruptedException {
        boolean complete = false;
        try {
            for (int i = next.getAndIncrement(); i < stretches.size(); i = next.getAndIncrement()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                SpeechSegment stretch = stretches.get(i);
                words.set(i, recognisers.recognise(pcm.read(stretch.start(), stretch.length())));
                progress.recognised(stretch.length());
            }
            complete = true;
        } finally {
            if (!complete) {
                next.set(stretches.size());
            }
        }
        return null;
    }
}
