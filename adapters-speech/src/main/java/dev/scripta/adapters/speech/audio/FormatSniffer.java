package dev.scripta.adapters.speech.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Tells the format of audio by its first bytes alone: names and declared types lie (browsers label WebM as
 * {@code audio/wav}). What is not surely audio is not let near a decoder: playlists, for one, make decoders open other
 * files.
 */
final class FormatSniffer {

    private static final int WINDOW = 64 * 1024;
    private static final int EBML_HEADER = 128;
    private static final int ID3_HEADER = 10;
    private static final int ID3_FOOTER_FLAG = 0x10;
    private static final int OGG_SEGMENT_COUNT = 26;
    private static final List<String> OGG_CODECS = List.of("OpusHead", "\u0001vorbis", "\u007fFLAC", "Speex   ");

    private FormatSniffer() {}

    /** The format of what the stream holds; empty when it is none of ours. Reads from the start, closes nothing. */
    static Optional<AudioFormat> sniff(InputStream in) throws IOException {
        byte[] head = in.readNBytes(WINDOW);
        if (!at(head, 0, "ID3") || head.length < ID3_HEADER) {
            return untagged(head);
        }
        return tagged(afterTag(head, in));
    }

    private static Optional<AudioFormat> untagged(byte[] head) {
        if ((at(head, 0, "RIFF") || at(head, 0, "RF64")) && at(head, 8, "WAVE")) {
            return Optional.of(AudioFormat.WAV);
        }
        if (at(head, 0, "\u001aE\u00df\u00a3") && (within(head, "webm") || within(head, "matroska"))) {
            return Optional.of(AudioFormat.MATROSKA);
        }
        if (at(head, 0, "OggS") && head.length > OGG_SEGMENT_COUNT) {
            int payload = OGG_SEGMENT_COUNT + 1 + (head[OGG_SEGMENT_COUNT] & 0xff);
            return OGG_CODECS.stream().anyMatch(codec -> at(head, payload, codec))
                    ? Optional.of(AudioFormat.OGG)
                    : Optional.empty();
        }
        if (at(head, 4, "ftyp")) {
            return Optional.of(AudioFormat.MP4);
        }
        if (at(head, 0, "fLaC")) {
            return Optional.of(AudioFormat.FLAC);
        }
        return frames(head, 0);
    }

    /** After a tag there may be padding, so frames are looked for; without one they must come first. */
    private static Optional<AudioFormat> tagged(byte[] head) {
        if (at(head, 0, "fLaC")) {
            return Optional.of(AudioFormat.FLAC);
        }
        for (int offset = 0; offset < head.length; offset++) {
            Optional<AudioFormat> found = frames(head, offset);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<AudioFormat> frames(byte[] head, int offset) {
        if (FrameHeader.mpegPairAt(head, offset)) {
            return Optional.of(AudioFormat.MP3);
        }
        return FrameHeader.adtsPairAt(head, offset) ? Optional.of(AudioFormat.ADTS) : Optional.empty();
    }

    /** An ID3v2 tag's size is "sync-safe": seven bits a byte (ID3v2.4 section 6.2). */
    private static byte[] afterTag(byte[] head, InputStream in) throws IOException {
        int size = (head[6] & 0x7f) << 21 | (head[7] & 0x7f) << 14 | (head[8] & 0x7f) << 7 | (head[9] & 0x7f);
        long tag = (long) ID3_HEADER + size + ((head[5] & ID3_FOOTER_FLAG) == 0 ? 0 : ID3_HEADER);
        if (tag < head.length) {
            byte[] rest = new byte[head.length - (int) tag];
            System.arraycopy(head, (int) tag, rest, 0, rest.length);
            return rest;
        }
        try {
            in.skipNBytes(tag - head.length);
        } catch (EOFException e) {
            return new byte[0];
        }
        return in.readNBytes(WINDOW);
    }

    private static boolean within(byte[] head, String text) {
        return new String(head, 0, Math.min(head.length, EBML_HEADER), ISO_8859_1).contains(text);
    }

    private static boolean at(byte[] head, int offset, String text) {
        byte[] wanted = text.getBytes(ISO_8859_1);
        if (head.length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
