package dev.scripta.adapters.speech.whisper;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Walks through a model file as the library will ({@code whisper_model_load} of whisper.cpp 1.7.1): header, mel filters,
 * vocabulary, tensors. The library does not check what it reads: a wrong count ends the process, and a file without its
 * tensors is taken for an empty model that hears nothing.
 */
final class ModelLayout {

    /** {@code GGML_FILE_MAGIC}. */
    private static final int MAGIC = 0x67676d6c;
    /** What a window of 25 ms at 16 kHz has: 400 / 2 + 1. */
    private static final int FREQUENCIES = 201;
    private static final int MAX_TOKEN_BYTES = 1024;
    private static final int MAX_NAME_BYTES = 128;
    private static final int MAX_DIMENSIONS = 3;

    private final ModelReader in;

    private ModelLayout(ModelReader in) {
        this.in = in;
    }

    /**
     * Reads to the end.
     *
     * @throws IllegalArgumentException when it is no model; the message goes on where "the file …" begins
     * @throws EOFException when it ends too early
     */
    static ModelHeader check(Path file) throws IOException {
        try (ModelReader in = new ModelReader(file)) {
            return new ModelLayout(in).walk();
        }
    }

    private ModelHeader walk() throws IOException {
        demand(in.readInt() == MAGIC, "its first bytes are not those of the GGML format");
        ModelHeader header = ModelHeader.read(in);
        passFilters(header);
        passVocabulary(header);
        for (int i = 0; i < header.tensors(); i++) {
            passTensor();
        }
        demand(in.atEnd(), "something follows its last tensor");
        return header;
    }

    private void passFilters(ModelHeader header) throws IOException {
        demand(in.readInt() == header.mels() && in.readInt() == FREQUENCIES, "its filters do not fit its header");
        in.skip((long) header.mels() * FREQUENCIES * Float.BYTES);
    }

    private void passVocabulary(ModelHeader header) throws IOException {
        int tokens = in.readInt();
        demand(tokens > 0 && tokens <= header.vocabulary(), "its vocabulary does not fit its header");
        boolean space = false;
        for (int i = 0; i < tokens; i++) {
            int length = in.readInt();
            demand(length >= 0 && length <= MAX_TOKEN_BYTES, "its vocabulary is damaged");
            space |= new String(in.readBytes(length), StandardCharsets.UTF_8).equals(" ");
        }
        // The library looks it up without asking whether it is there.
        demand(space, "its vocabulary has no space");
    }

    private void passTensor() throws IOException {
        int dimensions = in.readInt();
        int name = in.readInt();
        TensorType type = TensorType.of(in.readInt())
                .orElseThrow(() -> wrong("one of its tensors is of no known type"));
        demand(dimensions > 0 && dimensions <= MAX_DIMENSIONS && name > 0 && name <= MAX_NAME_BYTES,
                "one of its tensors is damaged");
        long numbers = 1;
        for (int i = 0; i < dimensions; i++) {
            int extent = in.readInt();
            demand(extent > 0 && numbers * extent <= Integer.MAX_VALUE, "one of its tensors is damaged");
            numbers *= extent;
        }
        in.skip(name + type.bytes(numbers));
    }

    private static void demand(boolean right, String otherwise) {
        if (!right) {
            throw wrong(otherwise);
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("is no model of whisper.cpp: " + what);
    }
}
