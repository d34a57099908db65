package dev.scripta.adapters.speech.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FillersTest {

    @ParameterizedTest
    @CsvSource({"'',false", "oh,false", "uh um mm,false", "huh hmm oh,false", "oh no,true", "yes,true",
            "um please,true"})
    void sounds_alone_are_no_speech(String words, boolean speech) {
        assertEquals(speech, Fillers.isSpeech(words));
    }
}
