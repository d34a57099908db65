package dev.scripta.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;

/** Canonical JSON text equals what an independent implementation of RFC 8785 writes. */
final class CanonicalJsonAgainstLibraryTest {

    @Property(tries = 5_000)
    void numbers_equal_those_of_the_library(@ForAll("doubles") double value) throws IOException {
        assertEquals(NumberToJSON.serializeNumber(value), Json.number(value).toCanonicalJson());
    }

    @Property(tries = 300)
    void trees_equal_those_of_the_library(@ForAll("trees") JsonObject tree) throws IOException {
        assertEquals(new JsonCanonicalizer(tree.toJson()).getEncodedString(), tree.toCanonicalJson());
    }

    @Property(tries = 300)
    void order_of_members_and_form_of_numbers_do_not_count(@ForAll("trees") JsonObject tree, @ForAll Random random)
            throws IOException {
        JsonValue other = Trees.rewritten(tree, random);
        assertEquals(tree.toCanonicalJson(), other.toCanonicalJson());
        assertEquals(new JsonCanonicalizer(other.toJson()).getEncodedString(), other.toCanonicalJson());
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Trees.doubles();
    }

    @Provide
    Arbitrary<JsonObject> trees() {
        return Trees.objects();
    }
}
