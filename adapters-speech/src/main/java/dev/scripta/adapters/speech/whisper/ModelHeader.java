package dev.scripta.adapters.speech.whisper;

import java.io.IOException;
import java.util.stream.IntStream;

/**
 * The numbers that shape a model ({@code whisper_hparams}). They are checked before the library sees them: it trusts them,
 * and a wrong one ends the whole process.
 *
 * @param vocabulary how many tokens it writes; this alone says whether it knows more than English
 * @param audioLayers of the encoder
 * @param textLayers of the decoder
 * @param mels how many frequency bands it hears
 */
record ModelHeader(int vocabulary, int audioLayers, int textLayers, int mels) {

    private static final int ENGLISH_VOCABULARY = 51_864;
    private static final int LARGEST_VOCABULARY = 51_866;
    private static final int MAX_CONTEXT = 1 << 14;
    private static final int MAX_STATE = 1 << 13;
    private static final int MAX_LAYERS = 128;
    /** {@code GGML_QNT_VERSION_FACTOR}: thousands tell the version of the quantisation. */
    private static final int VERSION_FACTOR = 1_000;
    /** {@code ggml_ftype}: 4 and 5 were never used, 6 is of the past. */
    private static final int MAX_TYPE = 14;

    /** Checks what is kept; {@link #read} checks the rest. */
    ModelHeader {
        demand(vocabulary >= ENGLISH_VOCABULARY && vocabulary <= LARGEST_VOCABULARY);
        demand(within(MAX_LAYERS, audioLayers, textLayers));
        demand(mels == 80 || mels == 128);
    }

    /** @throws IllegalArgumentException when the numbers are those of no whisper model */
    static ModelHeader read(ModelReader in) throws IOException {
        int vocabulary = in.readInt();
        int audioContext = in.readInt();
        int audioState = in.readInt();
        int audioHeads = in.readInt();
        int audioLayers = in.readInt();
        int textContext = in.readInt();
        int textState = in.readInt();
        int textHeads = in.readInt();
        int textLayers = in.readInt();
        int mels = in.readInt();
        int type = in.readInt();
        demand(within(MAX_CONTEXT, audioContext, textContext) && within(MAX_STATE, audioState, audioHeads, textHeads));
        demand(audioState == textState && audioState % audioHeads == 0 && textState % textHeads == 0);
        demand(type >= 0 && type % VERSION_FACTOR <= MAX_TYPE);
        return new ModelHeader(vocabulary, audioLayers, textLayers, mels);
    }

    boolean multilingual() {
        return vocabulary > ENGLISH_VOCABULARY;
    }

    /** How many tensors a whole model has: 7 and 15 a layer in the encoder, 4 and 24 a layer in the decoder. */
    int tensors() {
        return 11 + 15 * audioLayers + 24 * textLayers;
    }

    private static boolean within(int max, int... numbers) {
        return IntStream.of(numbers).allMatch(number -> number > 0 && number <= max);
    }

    private static void demand(boolean plausible) {
        if (!plausible) {
            throw new IllegalArgumentException("is no model of whisper.cpp: the numbers in its header make no sense");
        }
    }
}
