package dev.scripta.adapters.speech.clip;

import dev.scripta.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers what was recognised in clips of recordings that are not finished: when one fails at its last clip and comes
 * again, the others are not paid for twice. Bounded by time and by audio; the oldest goes first. Thread-safe.
 */
final class PaidClips {

    private final Duration keptFor;
    private final Duration keptAudio;
    private final LongSupplier nanoTime;
    private final Map<Sha256, Paid> clips = new LinkedHashMap<>();
    private Duration audio = Duration.ZERO;

    PaidClips(ClipwiseSettings settings, LongSupplier nanoTime) {
        this.keptFor = settings.keptFor();
        this.keptAudio = settings.keptAudio();
        this.nanoTime = nanoTime;
    }

    /** What a request is known by: its bytes and the words before it, which together make the answer. */
    static Sha256 key(ClipRequest request) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(request.clip().file()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        request.preceding().ifPresent(words -> digest.update(words.getBytes(StandardCharsets.UTF_8)));
        return Sha256.finished(digest);
    }

    synchronized Optional<Recognition> find(Sha256 key) {
        dropExpired();
        return Optional.ofNullable(clips.get(key)).map(Paid::recognition);
    }

    synchronized void keep(Sha256 key, ClipRequest request, Recognition recognition) {
        forget(key);
        clips.put(key, new Paid(recognition, request.clip().duration(), nanoTime.getAsLong()));
        audio = audio.plus(request.clip().duration());
        dropExpired();
    }

    /** Once a recording is finished its words are kept elsewhere. */
    synchronized void forget(Collection<Sha256> keys) {
        keys.forEach(this::forget);
    }

    private void forget(Sha256 key) {
        Optional.ofNullable(clips.remove(key)).ifPresent(gone -> audio = audio.minus(gone.audio()));
    }

    private void dropExpired() {
        long now = nanoTime.getAsLong();
        for (Iterator<Paid> oldest = clips.values().iterator(); oldest.hasNext();) {
            Paid paid = oldest.next();
            if (now - paid.since() < keptFor.toNanos() && audio.compareTo(keptAudio) <= 0) {
                return;
            }
            oldest.remove();
            audio = audio.minus(paid.audio());
        }
    }

    private record Paid(Recognition recognition, Duration audio, long since) {}
}
