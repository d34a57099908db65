package dev.scripta.adapters.speech.whisper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes models of whisper.cpp that say the same whatever they hear: whole files that the real library loads and works
 * through like any other, only that their weights are set by hand instead of learned. Each token of the script has a
 * dimension of its own, and the one layer of the decoder turns each into the next.
 */
final class ModelBytes {

    static final int ENGLISH = 51_864;
    static final int MULTILINGUAL = 51_865;

    private static final int STATE = 64;
    private static final int AUDIO_CONTEXT = 1_500;
    private static final int TEXT_CONTEXT = 448;
    private static final int MELS = 80;
    private static final int FREQUENCIES = 201;
    private static final int F32 = 0;
    private static final int F16 = 1;
    private static final int FIRST_WORD = 1_000;
    private static final float GAIN = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 23);
    private final int vocabulary;
    private final int shift;
    private final Map<Integer, String> words = new HashMap<>();
    private final Map<Integer, Integer> dimensions = new HashMap<>();

    private ModelBytes(int vocabulary, List<Utterance> says) {
        this.vocabulary = vocabulary;
        this.shift = vocabulary - ENGLISH;
        // What a call begins with, by task and by model.
        dimensions.put(50_257 + shift, 0);
        dimensions.put(50_357 + shift, 0);
        dimensions.put(50_358 + shift, 0);
        List<Integer> script = new ArrayList<>();
        for (Utterance utterance : says) {
            script.add(timestamp(utterance.from()));
            for (String word : utterance.text().split("(?= )", -1)) {
                words.put(FIRST_WORD + words.size(), word);
                script.add(FIRST_WORD + words.size() - 1);
            }
            script.add(timestamp(utterance.to()));
        }
        script.add(50_256 + shift);
        script.forEach(token -> dimensions.putIfAbsent(token, dimensions.size() - 2));
    }

    /** The bytes of a model that says this. Its times must be even, its words few. */
    static byte[] saying(int vocabulary, Utterance... says) {
        return new ModelBytes(vocabulary, List.of(says)).build();
    }

    /** Writes such a model. */
    static Path file(Path path, int vocabulary, Utterance... says) {
        try {
            return Files.write(path, saying(vocabulary, says));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int timestamp(long hundredths) {
        return 50_363 + shift + (int) hundredths / 2;
    }

    private byte[] build() {
        header();
        tensor("encoder.positional_embedding", F32, new float[AUDIO_CONTEXT * STATE], STATE, AUDIO_CONTEXT);
        tensor("encoder.conv1.weight", F16, new float[3 * MELS * STATE], 3, MELS, STATE);
        tensor("encoder.conv1.bias", F32, new float[STATE], 1, STATE);
        tensor("encoder.conv2.weight", F16, new float[3 * STATE * STATE], 3, STATE, STATE);
        tensor("encoder.conv2.bias", F32, new float[STATE], 1, STATE);
        norm("encoder.ln_post", 0);
        block("encoder.blocks.0", 0);
        tensor("decoder.positional_embedding", F32, new float[TEXT_CONTEXT * STATE], STATE, TEXT_CONTEXT);
        tensor("decoder.token_embedding.weight", F16, embedding(), STATE, vocabulary);
        norm("decoder.ln", GAIN);
        block("decoder.blocks.0", 1);
        attention("decoder.blocks.0.cross_attn");
        return out.toByteArray();
    }

    private void header() {
        ints(0x67676d6c, vocabulary, AUDIO_CONTEXT, STATE, 1, 1, TEXT_CONTEXT, STATE, 1, 1, MELS, F16);
        ints(MELS, FREQUENCIES);
        write(new byte[MELS * FREQUENCIES * Float.BYTES]);
        int written = 50_256 + shift;
        ints(written);
        for (int i = 0; i < written; i++) {
            byte[] word = (i == 220 ? " " : words.getOrDefault(i, "#" + i)).getBytes(StandardCharsets.UTF_8);
            ints(word.length);
            write(word);
        }
    }

    private float[] embedding() {
        float[] weights = new float[vocabulary * STATE];
        dimensions.forEach((token, dimension) -> weights[token * STATE + dimension] = 1);
        return weights;
    }

    private void block(String name, float norm) {
        attention(name + ".attn");
        norm(name + ".mlp_ln", norm);
        float[] same = new float[4 * STATE * STATE];
        float[] next = new float[4 * STATE * STATE];
        for (int i = 0; i + 1 < STATE; i++) {
            same[i * STATE + i] = norm;
            next[(i + 1) * 4 * STATE + i] = norm * GAIN;
        }
        tensor(name + ".mlp.0.weight", F16, same, STATE, 4 * STATE);
        tensor(name + ".mlp.0.bias", F32, new float[4 * STATE], 4 * STATE);
        tensor(name + ".mlp.2.weight", F16, next, 4 * STATE, STATE);
        tensor(name + ".mlp.2.bias", F32, new float[STATE], STATE);
    }

    /** Attends to nothing. */
    private void attention(String name) {
        norm(name + "_ln", 0);
        for (String part : List.of("query", "key", "value", "out")) {
            tensor(name + "." + part + ".weight", F16, new float[STATE * STATE], STATE, STATE);
            if (!part.equals("key")) {
                tensor(name + "." + part + ".bias", F32, new float[STATE], STATE);
            }
        }
    }

    private void norm(String name, float weight) {
        float[] weights = new float[STATE];
        Arrays.fill(weights, weight);
        tensor(name + ".weight", F32, weights, STATE);
        tensor(name + ".bias", F32, new float[STATE], STATE);
    }

    private void tensor(String name, int type, float[] numbers, int... extents) {
        ints(extents.length, name.length(), type);
        ints(extents);
        write(name.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            if (type == F16) {
                bytes.putShort(Float.floatToFloat16(number));
            } else {
                bytes.putFloat(number);
            }
        }
        out.write(bytes.array(), 0, bytes.position());
    }

    private void ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        write(bytes.array());
    }

    private void write(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }
}
