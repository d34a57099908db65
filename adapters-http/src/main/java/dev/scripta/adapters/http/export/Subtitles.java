package dev.scripta.adapters.http.export;

import dev.scripta.core.model.Transcript;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the timed parts of a transcript as subtitles. */
final class Subtitles {

    private Subtitles() {}

    /**
     * SubRip: numbered, with a comma before the milliseconds. It knows no escapes, and some players take markup; what would
     * read as a line of times is broken up.
     */
    static String subRip(Transcript transcript) {
        List<Cue> cues = Cue.of(transcript).toList();
        return IntStream.range(0, cues.size())
                .mapToObj(i -> (i + 1) + "\n" + cues.get(i).times(',') + "\n"
                        + String.join("\n", cues.get(i).lines()).replace("-->", "-- >") + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** WebVTT (W3C, section 4): the text with its three escapes, which also keep {@code -->} out of it. */
    static String webVtt(Transcript transcript) {
        return Cue.of(transcript)
                .map(cue -> "\n" + cue.times('.') + "\n" + escaped(String.join("\n", cue.lines())) + "\n")
                .collect(Collectors.joining("", "WEBVTT\n", ""));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
