package dev.scripta.core.tck.server;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the first bytes of a file look like. */
final class Magic {

    private static final Pattern PLAIN = Pattern.compile("(?s)RIFF....WAVE.*|fLaC.*|ID3.*|\u00ff[\u00e2-\u00ff].*");
    private static final Pattern CONTAINER = Pattern.compile("(?s)OggS.*|....ftyp.*|\u001aE\u00df\u00a3.*");

    private Magic() {}

    /** WAV, FLAC and MP3, which are read without ffmpeg. */
    static boolean isPlain(ReceivedFile file) {
        return PLAIN.matcher(first(file)).matches();
    }

    /** Ogg, MP4 and WebM, or one of the plain ones. */
    static boolean isAudio(ReceivedFile file) {
        return isPlain(file) || CONTAINER.matcher(first(file)).matches();
    }

    private static String first(ReceivedFile file) {
        return new String(file.kept(), StandardCharsets.ISO_8859_1);
    }
}
