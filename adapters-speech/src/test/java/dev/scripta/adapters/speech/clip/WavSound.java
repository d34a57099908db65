package dev.scripta.adapters.speech.clip;

import dev.scripta.core.model.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A WAV file as the JDK reads it: an independent judge of the files we write. */
final class WavSound {

    static final WavSound SILENT = new WavSound(new double[0], Duration.ZERO);

    private static final AudioFormat EXPECTED = new AudioFormat(16_000, 16, 1, true, false);
    private static final int FRAME = 160;
    private static final double LOUD = -42;
    private static final int PAUSE = 40;

    private final double[] energy;
    private final Duration duration;

    private WavSound(double[] energy, Duration duration) {
        this.energy = energy;
        this.duration = duration;
    }

    static WavSound of(Path file) throws IOException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            if (!in.getFormat().matches(EXPECTED)) {
                throw new IOException("unexpected format: " + in.getFormat());
            }
            double[] energy = new double[Math.toIntExact(in.getFrameLength() / FRAME)];
            for (int i = 0; i < energy.length; i++) {
                energy[i] = energy(in.readNBytes(FRAME * Short.BYTES));
            }
            long rest = in.getFrameLength() % FRAME;
            if (in.readAllBytes().length != rest * Short.BYTES) {
                throw new IOException("the header tells another length");
            }
            return new WavSound(energy, Duration.ofNanos(in.getFrameLength() * 62_500));
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(e);
        }
    }

    Duration duration() {
        return duration;
    }

    /** How loud each 10 ms are, in dBFS. */
    double[] energy() {
        return energy.clone();
    }

    /** What is said, by the moments at which it begins, a segment each. */
    List<Segment> utterances() {
        List<Segment> found = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (int i = 0; i < energy.length; i++) {
            if (energy[i] < LOUD) {
                continue;
            }
            if (from >= 0 && i - to > PAUSE) {
                found.add(segment(from, to));
                from = -1;
            }
            from = from < 0 ? i : from;
            to = i + 1;
        }
        if (from >= 0) {
            found.add(segment(from, to));
        }
        return found;
    }

    private static Segment segment(int from, int to) {
        return new Segment(Duration.ofMillis(from * 10L), Duration.ofMillis(to * 10L), "at" + from);
    }

    private static double energy(byte[] bytes) {
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double squares = 0;
        for (int i = 0; i < FRAME; i++) {
            double sample = samples.getShort() / 32768.0;
            squares += sample * sample;
        }
        return 10 * Math.log10(squares / FRAME + 1e-10);
    }
}
