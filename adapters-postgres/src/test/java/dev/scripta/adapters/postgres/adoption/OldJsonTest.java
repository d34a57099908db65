package dev.scripta.adapters.postgres.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.adapters.postgres.json.JsonReading;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model admits is read as it is; everything else is repaired in one way. */
final class OldJsonTest {

    private final OldJson json = new OldJson();
    private final Repairs repairs = new Repairs();

    static List<OddAnalysis> odd() {
        return OddAnalysis.KINDS;
    }

    @ParameterizedTest
    @MethodSource("odd")
    void what_is_odd_is_repaired_as_documented(OddAnalysis odd) {
        JsonObject kept = json.object(odd.stored(), repairs);
        assertEquals(odd.kept(), kept.toJson());
        assertEquals(odd.repairs(), repairs.made());
        assertEquals(kept, new Analysis(kept).json(), "the model admits it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"b\":1.10,\"a\":-0,\"c\":1e2}",
            "{\"a\":[null,true,false,\"\\u00e9\\n\ud83d\ude00\"]}",
            "{\"a\":123456789012345678901234567890.5}", "{\"a\":1,\"b\":2,\"a\":3}", " { \"\" : { } } "})
    void what_is_not_odd_is_kept_as_it_is(String stored) {
        assertEquals(new JsonReading().read(stored).toJson(), json.object(stored, repairs).toJson());
        assertEquals(Set.of(), repairs.made());
    }

    @Test
    void a_thousand_made_by_chance_are_kept_as_they_are() {
        RandomAnalyses analyses = new RandomAnalyses(new Random(7));
        for (int i = 0; i < 1_000; i++) {
            String stored = analyses.next();
            assertEquals(new JsonReading().read(stored).toJson(), json.object(stored, repairs).toJson());
        }
        assertEquals(Set.of(), repairs.made());
    }

    @Test
    void two_hundred_levels_are_not_too_deep() {
        String stored = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        assertEquals(stored, json.object(stored, repairs).toJson());
        assertEquals(Set.of(), repairs.made());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{]", "nul", "{\"a\" 1}"})
    void what_is_no_json_is_told(String stored) {
        assertThrows(IllegalArgumentException.class, () -> json.object(stored, repairs));
    }
}
