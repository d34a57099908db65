package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison with what was recorded bites. */
class JsonShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"{'a':'$int'} | {'a':1}", "{'a':'$text'} | {'a':'x'}",
            "{'a':'$time'} | {'a':'2026-11-22T07:26:25.474319'}", "{'a':1.50} | {'a':1.5}", "{'a':null} | {'a':null}",
            "{'a':'$absent'} | {'b':1}", "{'a':1,'b':2} | {'a':1,'x':0,'b':2}", "[{'a':1}] | [{'a':1,'b':2}]"})
    void what_was_recorded_is_recognised(String recorded, String answered) {
        assertEquals(List.of(), JsonShape.of(recorded.replace('\'', '"')).misfits(answered.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"{'a':'$int'} | {'a':'1'}", "{'a':'$int'} | {'a':1.5}",
            "{'a':'$text'} | {'a':''}", "{'a':'$text'} | {'a':[{'msg':'x'}]}",
            "{'a':'$time'} | {'a':'2026-11-22T07:26:25Z'}", "{'a':1} | {'b':1}", "{'a':null} | {}",
            "{'a':'x'} | {'a':'y'}",
            "{'a':'$absent'} | {'a':null}", "{'a':1,'b':2} | {'b':2,'a':1}", "[1] | [1,2]", "{} | []", "[] | {}"})
    void what_is_otherwise_is_told(String recorded, String answered) {
        assertFalse(JsonShape.of(recorded.replace('\'', '"')).misfits(answered.replace('\'', '"')).isEmpty());
    }
}
