package dev.scripta.adapters.http.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SubtitlesTest {

    private static final Transcript TRANSCRIPT = Samples.timed(
            Samples.segment(0, 1500, "Hello <b>you</b> & me"),
            Samples.segment(1000, 2000, "I overlap\n\n\n --> and have lines\u0007"),
            Samples.segment(2000, 2000, "no time at all"),
            Samples.segment(2500, 3000, " \n "),
            new Segment(Duration.ofNanos(3_723_004_999_999L), Duration.ofNanos(3_723_005_000_000L), "an hour later"),
            Samples.segment(360_000_000, 3_600_000_000L, "ألم שלום 中文 😀 --&gt;"));

    private record Read(long start, long end, String text) {}

    private static final Pattern TIMES = Pattern
            .compile("(\\d{2,}):([0-5]\\d):([0-5]\\d)[,.](\\d{3}) --> (\\d{2,}):([0-5]\\d):([0-5]\\d)[,.](\\d{3})");

    private static List<Read> read(String body, boolean numbered) {
        List<Read> cues = new ArrayList<>();
        for (String block : body.strip().split("\n\n", -1)) {
            String[] lines = block.split("\n", numbered ? 3 : 2);
            if (numbered) {
                assertEquals(Integer.toString(cues.size() + 1), lines[0]);
            }
            Matcher times = TIMES.matcher(lines[lines.length - 2]);
            assertTrue(times.matches(), block);
            cues.add(new Read(millis(times, 1), millis(times, 5), lines[lines.length - 1]));
        }
        return cues;
    }

    private static long millis(Matcher times, int group) {
        return ((Long.parseLong(times.group(group)) * 60 + Long.parseLong(times.group(group + 1))) * 60
                + Long.parseLong(times.group(group + 2))) * 1000 + Long.parseLong(times.group(group + 3));
    }

    @Test
    void sub_rip_is_as_it_should_be() throws Exception {
        assertEquals(Samples.file("golden.srt"), Subtitles.subRip(TRANSCRIPT));
    }

    @Test
    void web_vtt_is_as_it_should_be() throws Exception {
        assertEquals(Samples.file("golden.vtt"), Subtitles.webVtt(TRANSCRIPT));
    }

    @Test
    void segments_that_all_say_nothing_leave_an_empty_file() {
        Transcript silent = Samples.timed(Samples.segment(0, 1, ""));
        assertEquals("", Subtitles.subRip(silent));
        assertEquals("WEBVTT\n", Subtitles.webVtt(silent));
    }

    @Test
    void whatever_is_said_is_read_back_from_both() {
        Random random = new Random(7);
        String[] words = {"a", "<i>", "&lt;", "-->", "--", ">", "\n", "\n\n", "\r\n", "00:00:01,000 --> 00:00:02,000",
                "7", "NOTE",
                "WEBVTT", "سلام", "\u2028", "\u0085", "\f", "\\", "{\\an8}"};
        for (int round = 0; round < 500; round++) {
            List<Segment> segments = new ArrayList<>();
            long start = 0;
            for (int i = 0; i < 20; i++) {
                start += random.nextInt(5000);
                String text = "x" + random.ints(4, 0, words.length)
                        .mapToObj(word -> words[word] + " ")
                        .reduce("", String::concat);
                segments.add(Samples.segment(start, start + random.nextInt(9000), text));
            }
            Transcript transcript = Samples.timed(segments.toArray(Segment[]::new));
            String vtt = Subtitles.webVtt(transcript);
            List<Read> captions = read(vtt.substring("WEBVTT\n\n".length()), false);
            List<Read> subtitles = read(Subtitles.subRip(transcript), true);
            assertEquals(20, captions.size());
            assertEquals(20, subtitles.size());
            for (int i = 0; i < 20; i++) {
                Segment segment = segments.get(i);
                Read caption = captions.get(i);
                String said = String.join("\n", Lines.of(segment.text())
                        .stream()
                        .filter(line -> !line.isBlank())
                        .toList());
                assertEquals(new Read(segment.start().toMillis(),
                        Math.max(segment.end().toMillis(), segment.start().toMillis() + 1), said),
                        new Read(caption.start(), caption.end(), unescaped(caption.text())));
                assertFalse(caption.text().contains("-->") || caption.text().contains("<"));
                assertEquals(said.replace("-->", "-- >"), subtitles.get(i).text());
            }
        }
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
