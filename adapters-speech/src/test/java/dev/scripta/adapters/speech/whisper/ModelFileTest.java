package dev.scripta.adapters.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelFileTest {

    private static final byte[] WHOLE = ModelBytes.saying(ModelBytes.ENGLISH, new Utterance(0, 100, " Yes"));

    @TempDir
    private Path folder;

    @Test
    void whole_model_is_known_by_name_and_digest() throws IOException {
        ModelFile file = ModelFile.check(file(WHOLE), Optional.of(Sha256.of(WHOLE)));
        assertFalse(file.multilingual());
        assertEquals("model.bin", file.name());
        assertEquals("model.bin sha256:" + Sha256.of(WHOLE).abbreviated(), file.identity());
        assertTrue(ModelFile.check(file(ModelBytes.saying(ModelBytes.MULTILINGUAL)), Optional.empty()).multilingual());
    }

    @Test
    void missing_file_and_folder_are_told_apart() {
        refused(folder.resolve("none.bin"), "is not there; check the path");
        refused(folder, "is no file; name the ggml-*.bin file itself");
    }

    @Test
    void other_digest_is_refused() throws IOException {
        Path file = file(WHOLE);
        String message = assertThrows(IllegalArgumentException.class,
                () -> ModelFile.check(file, Optional.of(Sha256.of(new byte[1])))).getMessage();
        assertTrue(message.contains("has another SHA-256 than the one that is set, namely " + Sha256.of(WHOLE).hex()),
                message);
    }

    @Test
    void cut_off_at_any_place_is_refused() throws IOException {
        // Within the magic, the header, the filters, the vocabulary, after it (an "empty model"), within and between tensors.
        for (int length : new int[]{0, 3, 20, 60, 40_000, 100_000, WHOLE.length / 2, WHOLE.length - 1}) {
            refused(file(Arrays.copyOf(WHOLE, length)), "is cut off; get it again");
        }
        int lastTensor = WHOLE.length - 64 * Float.BYTES - "decoder.blocks.0.cross_attn.out.bias".length() - 16;
        refused(file(Arrays.copyOf(WHOLE, lastTensor)), "is cut off; get it again");
    }

    @Test
    void other_files_are_refused() throws IOException {
        refused(file("<html>Sign in to download</html>".repeat(10).getBytes(StandardCharsets.UTF_8)),
                "the GGML format");
        refused(file("GGUF and what llama.cpp has in its models".getBytes(StandardCharsets.UTF_8)), "the GGML format");
        refused(file(Arrays.copyOf(WHOLE, WHOLE.length + 1)), "something follows its last tensor");
    }

    @ParameterizedTest
    @CsvSource({"0, 51863", "0, 51867", "1, 0", "2, 63", "3, 0", "4, 1000000", "5, -1", "6, 128", "7, 3", "8, 129",
            "9, 81",
            "10, -1", "10, 15"})
    void numbers_that_would_end_the_process_are_refused(int place, int value) throws IOException {
        refused(file(with(4 + place * Integer.BYTES, value)), "the numbers in its header make no sense");
    }

    @Test
    void filters_vocabulary_and_tensors_are_checked() throws IOException {
        int filters = 12 * Integer.BYTES;
        refused(file(with(filters + 4, 200)), "its filters do not fit its header");
        int vocabulary = filters + 8 + 80 * 201 * Float.BYTES;
        refused(file(with(vocabulary, 51_865)), "its vocabulary does not fit its header");
        refused(file(with(vocabulary + 4, Integer.MAX_VALUE)), "its vocabulary is damaged");
        int tensor = indexOf("encoder.positional_embedding") - 5 * Integer.BYTES;
        refused(file(with(tensor, 4)), "one of its tensors is damaged");
        refused(file(with(tensor + 4, 1_000)), "one of its tensors is damaged");
        refused(file(with(tensor + 8, 5)), "one of its tensors is of no known type");
        refused(file(with(tensor + 12, Integer.MAX_VALUE)), "one of its tensors is damaged");
        byte[] spaceless = WHOLE.clone();
        spaceless[indexOf("#219") + 4 + 4] = 'x';
        refused(file(spaceless), "its vocabulary has no space");
    }

    private static byte[] with(int offset, int value) {
        byte[] changed = WHOLE.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        return changed;
    }

    private static int indexOf(String text) {
        return new String(WHOLE, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model.bin"), bytes);
    }

    private static void refused(Path file, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> ModelFile.check(file, Optional.empty()))
                .getMessage();
        assertTrue(message.startsWith("the model file " + file + " is ") && message.contains(why), message);
    }
}
