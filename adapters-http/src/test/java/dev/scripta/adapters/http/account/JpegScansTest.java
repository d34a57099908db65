package dev.scripta.adapters.http.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegScansTest {

    @ParameterizedTest
    @CsvSource({"ffd8,0", "ffd8ffd9,0", "ffd8ffda0002ffd9,1", "ffd8ffda00020102ff00ffd0ffd70304ffda0002ffd9,2",
            "ffd8ffe00006ffdaffdaffda0002ffd9,1", "ffd8ffda0002ffd9ffda0002,1", "ffd8ffffffda0002,1", "ffd8ffda,1",
            "ffd8ffda00,1", "ffd8ffe0ffff,0", "'',0", "ff,0"})
    void scans_are_counted_up_to_the_end_of_the_image(String hex, int scans) {
        assertEquals(scans, JpegScans.count(HexFormat.of().parseHex(hex)));
    }
}
