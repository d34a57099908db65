package dev.scripta.adapters.http.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioTypeTest {

    @ParameterizedTest
    @CsvSource({"52494646 24000000 57415645, audio/wav", "4f676753 0002, audio/ogg", "664c6143 00, audio/flac",
            "1a45dfa3 9f, audio/webm", "00000020 66747970 4d344120, audio/mp4", "494433 04, audio/mpeg",
            "fffb90 00, audio/mpeg", "fff15080, audio/aac", "fff9, audio/aac", "ff, application/octet-stream",
            "fe ff, application/octet-stream", "52494646 24000000 41564920, application/octet-stream",
            "52494646, application/octet-stream", "3c68746d6c3e, application/octet-stream",
            "'', application/octet-stream"})
    void the_first_bytes_tell(String hex, String mediaType) {
        assertEquals(mediaType, AudioType.of(HexFormat.of().parseHex(hex.replace(" ", ""))).mediaType());
    }

    @Test
    void the_name_of_a_file_does_not_count(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.html"), "OggS");
        assertEquals(AudioType.OGG, AudioType.of(file));
        assertEquals(".ogg", AudioType.OGG.suffix());
    }
}
