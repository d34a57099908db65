package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.paid.PaidResults;
import dev.scripta.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Remembers what was recognised in clips of recordings that are not finished, weighed by their audio. Thread-safe. */
final class PaidClips {

    private final PaidResults<Recognition> clips;

    PaidClips(ClipwiseSettings settings, LongSupplier nanoTime) {
        this.clips = new PaidResults<>(settings.keptFor(), settings.keptAudio().toNanos(), nanoTime);
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

    Optional<Recognition> find(Sha256 key) {
        return clips.find(key);
    }

    void keep(Sha256 key, ClipRequest request, Recognition recognition) {
        clips.keep(key, recognition, request.clip().duration().toNanos());
    }

    /** Once a recording is finished its words are kept elsewhere. */
    void forget(Collection<Sha256> keys) {
        clips.forget(keys);
    }
}
