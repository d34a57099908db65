package dev.scripta.adapters.http.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What kind of audio a file is, by its first bytes: what it was called when it was uploaded tells nothing. */
public enum AudioType {
    /** RIFF. */
    WAV("audio/wav"),
    /** Ogg, whatever is in it (RFC 5334). */
    OGG("audio/ogg"),
    /** Free lossless audio codec (RFC 9639). */
    FLAC("audio/flac"),
    /** Matroska's subset, as browsers record. */
    WEBM("audio/webm"),
    /** ISO base media. */
    MP4("audio/mp4"),
    /** Layers 1 to 3 (ISO/IEC 11172-3), with a tag before it or without. */
    MP3("audio/mpeg"),
    /** With ADTS headers. */
    AAC("audio/aac"),
    /** Anything else: nobody is told to play it. */
    BIN("application/octet-stream");

    private static final int LONGEST = 12;
    private static final int MPEG_SYNC = 0xE0;
    private static final int MPEG_LAYER = 0x06;

    private final String mediaType;

    AudioType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }

    /** How names of such files end, with the period. */
    public String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of this file.
     *
     * @throws IOException when it cannot be read
     */
    public static AudioType of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LONGEST));
        }
    }

    static AudioType of(byte[] first) {
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return WAV;
        }
        if (text.startsWith("OggS")) {
            return OGG;
        }
        if (text.startsWith("fLaC")) {
            return FLAC;
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return WEBM;
        }
        if (text.startsWith("ftyp", 4)) {
            return MP4;
        }
        if (text.startsWith("ID3")) {
            return MP3;
        }
        return first.length > 1 && (first[0] & 0xFF) == 0xFF && (first[1] & MPEG_SYNC) == MPEG_SYNC
                ? (first[1] & MPEG_LAYER) == 0 ? AAC : MP3
                : BIN;
    }
}
