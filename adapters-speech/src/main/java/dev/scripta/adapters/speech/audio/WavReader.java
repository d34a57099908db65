package dev.scripta.adapters.speech.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads a WAV file (RIFF, and RF64 of EBU Tech 3306) as one averaged channel, a block at a time. Sizes in headers are
 * wishes: writers that stream leave them wrong, so the audio ends where the header or the file says, whichever comes
 * first.
 */
final class WavReader {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int BLOCK_FRAMES = 32 * 1024;
    private static final long UNKNOWN_SIZE = 0xffff_ffffL;
    private static final int DS64_SIZE = 16;

    private final InputStream in;
    private final WavFormat format;
    private final ByteBuffer block;
    private long remaining;

    /**
     * Reads up to the first sample.
     *
     * @throws dev.scripta.core.error.RecordingRefusedException when the header is damaged or not of a kind we read
     */
    WavReader(InputStream in) throws IOException {
        this.in = in;
        try {
            in.skipNBytes(RIFF_HEADER);
            long longSize = UNKNOWN_SIZE;
            Optional<WavFormat> found = Optional.empty();
            Chunk chunk = nextChunk();
            for (; !chunk.is("data"); chunk = nextChunk()) {
                if (chunk.is("fmt ")) {
                    found = Optional.of(WavFormat.parse(content(chunk)));
                } else if (chunk.is("ds64") && chunk.size() >= DS64_SIZE) {
                    longSize = content(chunk).getLong(CHUNK_HEADER);
                } else {
                    in.skipNBytes(chunk.paddedSize());
                }
            }
            this.format = found.orElseThrow(() -> Refusals.unreadable(AudioFormat.WAV));
            this.remaining = chunk.size() == UNKNOWN_SIZE ? Math.max(longSize, 0) : chunk.size();
        } catch (EOFException e) {
            throw Refusals.unreadable(AudioFormat.WAV);
        }
        this.block = ByteBuffer.allocate(BLOCK_FRAMES * format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    int sampleRate() {
        return format.sampleRate();
    }

    /** Whether the file holds samples as {@link Pcm} does, which need no conversion. */
    boolean holdsPcm() {
        return format.equals(new WavFormat(SampleEncoding.S16, 1, Pcm.SAMPLE_RATE));
    }

    /**
     * Fills the array with the next samples as they are in the file and tells how many bytes; 0 at the end. It must hold
     * {@link #blockSize()} of them.
     */
    int read(byte[] samples) throws IOException {
        int bytes = fill() * format.frameBytes();
        block.get(samples, 0, bytes);
        return bytes;
    }

    /** Fills the array with the next samples and tells how many; 0 at the end. It must hold {@link #blockSize()}. */
    int read(float[] mono) throws IOException {
        int frames = fill();
        for (int i = 0; i < frames; i++) {
            mono[i] = format.readFrame(block);
        }
        return frames;
    }

    /** Reads a block and tells how many whole frames it holds. */
    private int fill() throws IOException {
        int wanted = (int) Math.min(remaining, block.capacity());
        int got = in.readNBytes(block.array(), 0, wanted);
        remaining = got < wanted ? 0 : remaining - got;
        block.clear();
        return got / format.frameBytes();
    }

    static int blockSize() {
        return BLOCK_FRAMES;
    }

    private Chunk nextChunk() throws IOException {
        ByteBuffer header = littleEndian(CHUNK_HEADER);
        return new Chunk(header.getInt(), header.getInt() & UNKNOWN_SIZE);
    }

    private ByteBuffer content(Chunk chunk) throws IOException {
        if (chunk.size() > WavFormat.MAX_SIZE) {
            throw Refusals.unreadable(AudioFormat.WAV);
        }
        return littleEndian((int) chunk.paddedSize());
    }

    private ByteBuffer littleEndian(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A chunk's four-letter id, read as a little-endian number, and its declared size. */
    private record Chunk(int id, long size) {

        boolean is(String name) {
            return id == (name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24);
        }

        /** Chunks start at even offsets. */
        long paddedSize() {
            return size + (size & 1);
        }
    }
}
