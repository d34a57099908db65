package dev.scripta.adapters.speech.clip;

import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.audio.Pcm;
import dev.scripta.adapters.speech.audio.SpeechSegmenter;
import dev.scripta.adapters.speech.audio.WavWriter;
import dev.scripta.core.model.EngineLimits;
import java.time.Duration;

/**
 * What an engine's limits mean for clips. Servers count the whole request, so what is around the file must fit as well.
 * Thread-safe.
 */
final class ClipBounds {

    /** Fields, headers and boundaries of a multipart request: a kilobyte or two, with room for prompts. */
    private static final int AROUND_THE_FILE = 64 * 1024;

    private final EngineLimits limits;
    private final long maxBytes;
    private final long maxSamples;

    ClipBounds(EngineLimits limits) {
        this.limits = limits;
        // A WAV header counts in 32 bits, and Java in 31.
        this.maxBytes = limits.bytes().orElse(Long.MAX_VALUE) - AROUND_THE_FILE;
        long samples = Math.min(maxBytes, Integer.MAX_VALUE) / Pcm.SAMPLE_BYTES
                - WavWriter.HEADER_BYTES / Pcm.SAMPLE_BYTES;
        this.maxSamples = Math.min(samples, limits.duration().map(Pcm::samples).orElse(Long.MAX_VALUE));
        if (maxSamples < SpeechSegmenter.MAX_SAMPLES || !limits.formats().contains(AudioFormat.WAV.extension())) {
            throw new IllegalArgumentException("an engine must take WAV clips of 20 seconds and 710,000 bytes");
        }
    }

    /** The longest clip that may be sent as WAV. */
    long maxSamples() {
        return maxSamples;
    }

    /** Whether a file may be sent as it is. */
    boolean takes(AudioFormat format, long bytes, Duration duration) {
        return limits.formats().contains(format.extension()) && bytes <= maxBytes
                && limits.duration().map(limit -> duration.compareTo(limit) <= 0).orElse(true);
    }
}
