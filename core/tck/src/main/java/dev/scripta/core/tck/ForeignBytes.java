package dev.scripta.core.tck;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Bytes that are no audio. */
final class ForeignBytes {

    /** Stands in the text, and may not stand in a message. */
    static final String MARKER = "vertraulich4711";

    /** Text first; then formats that a decoder may know, but that are no audio. */
    static final List<byte[]> ALL = Stream.of("Text, " + MARKER + ", and no audio.\n".repeat(100),
            "<!DOCTYPE html>\n<html><body>" + "no audio ".repeat(100) + "</body></html>\n",
            "PK\u0003\u0004\u0014\u0000\u0000\u0000\b\u0000" + "\u0000".repeat(200), "%PDF-1.7\n" + "no audio\n".repeat(
                    50),
            "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR" + "\u0000".repeat(100), "{\"audio\":\"no\"}",
            "1\n00:00:00,000 --> 00:00:01,000\nsubtitles\n\n", "\u0000".repeat(2_000), "x")
            .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
            .toList();

    private ForeignBytes() {}

    /** Lists that lead some decoders to another file (and, just so, to any file or address). */
    static List<byte[]> playlistsOf(Path file) {
        String address = file.toUri().toString();
        return Stream.of("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n" + address + "\n#EXT-X-ENDLIST\n",
                "#EXTM3U\n" + file + "\n", "ffconcat version 1.0\nfile '" + file + "'\n",
                "[playlist]\nFile1=" + file + "\nNumberOfEntries=1\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
