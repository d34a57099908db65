package dev.scripta.adapters.speech.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormatSnifferTest {

    private static final String MP3_FRAME = "FFFB9064" + "00".repeat(413);
    private static final String ADTS_FRAME = "FFF15080 027FFC" + "00".repeat(12);

    @ParameterizedTest
    @CsvSource({"hybrid-opus.webm,MATROSKA", "mislabelled-webm.wav,MATROSKA", "moov-last.m4a,MP4", "plain.mp3,MP3",
            "plain.flac,FLAC", "float-48k.wav,WAV", "narrow-8k.wav,WAV", "hostile-rate1hz.wav,WAV",
            "broken-header-only.wav,WAV"})
    void samples_are_told_by_their_first_bytes(String name, AudioFormat format) throws IOException {
        assertEquals(Optional.of(format), sniff(Audio.bytes(name)));
    }

    @ParameterizedTest
    @CsvSource({"'4F676753 0002 0000000000000000 00000000 00000000 00000000 01 13 4F707573 48656164',OGG",
            "'4F676753 0002 0000000000000000 00000000 00000000 00000000 01 1E 01766F72626973',OGG",
            "'4F676753 0002 0000000000000000 00000000 00000000 00000000 01 33 7F464C4143',OGG",
            "'4F676753 0002 0000000000000000 00000000 00000000 00000000 01 50 5370656578202020',OGG",
            "'4F676753 0002 0000000000000000 00000000 00000000 00000000 01 2A 807468656F7261',",
            "'1A45DFA3 93 4282 88 6D6174726F736B61',MATROSKA", "'1A45DFA3 93 4282 84 6E6F6E65',",
            "'52463634 FFFFFFFF 57415645',WAV", "'52494646 FFFFFFFF 41564920',", "'00000020 66747970 4D344120',MP4",
            "'FFFB90',", "'FF',", "'49443304',"})
    void headers_are_told(String hex, AudioFormat format) throws IOException {
        assertEquals(Optional.ofNullable(format), sniff(hex(hex)));
    }

    @Test
    void frames_count_only_in_pairs() throws IOException {
        assertEquals(Optional.of(AudioFormat.MP3), sniff(hex(MP3_FRAME + MP3_FRAME)));
        assertEquals(Optional.empty(), sniff(hex(MP3_FRAME + "00".repeat(400))));
        assertEquals(Optional.of(AudioFormat.ADTS), sniff(hex(ADTS_FRAME + ADTS_FRAME)));
        assertEquals(Optional.empty(), sniff(hex(ADTS_FRAME + "00".repeat(400))));
        assertEquals(Optional.empty(), sniff(hex("00" + MP3_FRAME + MP3_FRAME)), "not without a tag");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 65_526, 65_536, 300_000})
    void tags_are_skipped_whatever_their_size(int size) throws IOException {
        assertEquals(Optional.of(AudioFormat.MP3), sniff(tagged(size, hex("00".repeat(99) + MP3_FRAME + MP3_FRAME))));
        assertEquals(Optional.of(AudioFormat.ADTS), sniff(tagged(size, hex(ADTS_FRAME + ADTS_FRAME))));
        assertEquals(Optional.of(AudioFormat.FLAC), sniff(tagged(size, "fLaC".getBytes(StandardCharsets.US_ASCII))));
        assertEquals(Optional.empty(), sniff(tagged(size, "<html>".getBytes(StandardCharsets.US_ASCII))));
        assertEquals(Optional.empty(), sniff(Arrays.copyOf(tagged(size, new byte[0]), 10)), "nothing after it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "Good morning", "<!DOCTYPE html><html>", "#EXTM3U\nfile:///etc/passwd",
            "{\"a\":1}",
            "ffconcat version 1.0\nfile '/etc/passwd'", "PK\u0003\u0004", "[playlist]\nFile1=/etc/passwd", "%PDF-1.7",
            "\u007fELF", "GIF89a", "FORM....AIFF", "#!AMR\n", "caff\u0000\u0001"})
    void what_is_no_audio_of_ours_is_not_taken_for_it(String text) throws IOException {
        assertEquals(Optional.empty(), sniff(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void random_bytes_are_not_taken_for_audio() throws IOException {
        Random random = new Random(4711);
        byte[] bytes = new byte[20_000];
        for (int i = 0; i < 500; i++) {
            random.nextBytes(bytes);
            assertEquals(Optional.empty(), sniff(bytes));
        }
        assertEquals(Optional.empty(), sniff(Audio.bytes("broken-random.wav")));
    }

    private static byte[] tagged(int size, byte[] audio) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[]{'I', 'D', '3', 4, 0, 0, (byte) (size >> 21 & 0x7f), (byte) (size >> 14 & 0x7f),
                (byte) (size >> 7 & 0x7f), (byte) (size & 0x7f)});
        out.write(new byte[size]);
        out.write(audio);
        return out.toByteArray();
    }

    private static Optional<AudioFormat> sniff(byte[] bytes) throws IOException {
        return FormatSniffer.sniff(new ByteArrayInputStream(bytes));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
