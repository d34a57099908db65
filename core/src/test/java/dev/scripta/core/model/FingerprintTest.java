package dev.scripta.core.model;

import static dev.scripta.core.model.Json.number;
import static dev.scripta.core.model.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Two contents are the same exactly when their canonical forms are. */
final class FingerprintTest {

    /**
     * Stores keep fingerprints, so they may never change:
     * {@code printf '\1\0\0\0\0\0\0\0\5Gr\303\274n{"a":1,"b":"x"}' | sha256sum}.
     */
    @Test
    void form_is_fixed() {
        assertEquals("9f23ccc9bc6d74f5f666d3d880d004fbeba3fcbd4f972fcc9f259edd75da9d9d",
                content("Gr\u00fcn", object("b", "x", "a", number("1.0"))).fingerprint().hex());
    }

    /** The length of the transcript is part of it: text cannot move over to the analysis. */
    @Test
    void border_between_transcript_and_analysis_counts() {
        assertNotEquals(content("a{}", object()).fingerprint(), content("a", object()).fingerprint());
        assertNotEquals(content("", object("a", "b")).fingerprint(), content("{\"a\":\"b\"}", object()).fingerprint());
    }

    @Test
    void line_end_form_of_the_transcript_does_not_count() {
        Sha256 lines = content("one\ntwo\n\n", object()).fingerprint();
        assertEquals(lines, content("one\r\ntwo\r\n\r\n", object()).fingerprint());
        assertEquals(lines, content("one\rtwo\r\r", object()).fingerprint());
        assertNotEquals(lines, content("one\ntwo\n", object()).fingerprint());
    }

    @Test
    void language_segments_and_engine_do_not_count() {
        Transcript rich = new Transcript("text", Optional.of("en"),
                List.of(new Segment(Duration.ZERO, Duration.ofSeconds(1), "text")), Optional.of("engine"));
        assertEquals(content("text", object()).fingerprint(), new Content(rich, new Analysis(object())).fingerprint());
    }

    @Property(tries = 300)
    void order_of_members_and_form_of_numbers_do_not_count(@ForAll("trees") JsonObject tree, @ForAll Random random) {
        assertEquals(content("text", tree).fingerprint(),
                content("text", (JsonObject) Trees.rewritten(tree, random)).fingerprint());
    }

    @Property(tries = 300)
    void every_value_counts(@ForAll("trees") JsonObject tree, @ForAll Random random) {
        JsonObject mutated = Mutation.of(tree, random);
        assertNotEquals(tree.toCanonicalJson(), mutated.toCanonicalJson());
        assertNotEquals(content("text", tree).fingerprint(), content("text", mutated).fingerprint());
    }

    @Property(tries = 300)
    void every_character_of_the_transcript_counts(@ForAll("texts") String text, @ForAll("texts") String other) {
        boolean same = Transcript.of(text).text().equals(Transcript.of(other).text());
        assertEquals(same, content(text, object()).fingerprint().equals(content(other, object()).fingerprint()));
        assertNotEquals(content(text, object()).fingerprint(), content(text + " ", object()).fingerprint());
    }

    @Provide
    Arbitrary<JsonObject> trees() {
        return Trees.objects();
    }

    @Provide
    Arbitrary<String> texts() {
        return Trees.texts();
    }

    private static Content content(String transcript, JsonObject analysis) {
        return new Content(Transcript.of(transcript), new Analysis(analysis));
    }
}
