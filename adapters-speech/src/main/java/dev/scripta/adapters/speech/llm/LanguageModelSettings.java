package dev.scripta.adapters.speech.llm;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a language model is asked.
 *
 * @param engine the name that receipts carry, 1 to 100 characters
 * @param characters how much of a transcript, in UTF-16 units, may go into one question: a longer one is analysed in parts.
 *            The prompt comes on top. English has about four to a token, Chinese and Japanese one or two
 * @param outputTokens how long one answer may be, in tokens; empty leaves it to the model
 * @param deadline how long the analysis of one transcript may take, all questions together
 */
public record LanguageModelSettings(String engine, int characters, OptionalInt outputTokens, Duration deadline) {

    /** Room for a paragraph and for two partial results. */
    public static final int MIN_CHARACTERS = 1_000;

    private static final int DEFAULT_CHARACTERS = 40_000;
    private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(10);
    private static final int MAX_NAME = 100;

    /** Checks bounds. */
    public LanguageModelSettings {
        if (engine.isBlank() || engine.length() > MAX_NAME) {
            throw new IllegalArgumentException("engine must have 1 to " + MAX_NAME + " characters");
        }
        if (characters < MIN_CHARACTERS) {
            throw new IllegalArgumentException("characters must be " + MIN_CHARACTERS + " or more");
        }
        if (outputTokens.orElse(1) < 1) {
            throw new IllegalArgumentException("outputTokens must be 1 or more");
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("deadline must be positive");
        }
    }

    /** 40,000 characters a question, answers as long as the model likes, ten minutes. */
    public static LanguageModelSettings of(String engine) {
        return new LanguageModelSettings(engine, DEFAULT_CHARACTERS, OptionalInt.empty(), DEFAULT_DEADLINE);
    }

    /** The same with so much of a transcript in one question. */
    public LanguageModelSettings withCharacters(int most) {
        return new LanguageModelSettings(engine, most, outputTokens, deadline);
    }

    /** The same with so much time for a transcript. */
    public LanguageModelSettings withDeadline(Duration time) {
        return new LanguageModelSettings(engine, characters, outputTokens, time);
    }
}
