package dev.scripta.adapters.speech.llm;

import dev.scripta.core.model.JsonObject;

/** Whether an answer can be used. */
sealed interface Verdict {

    /**
     * It can.
     *
     * @param analysis what it says
     */
    record Usable(JsonObject analysis) implements Verdict {}

    /**
     * It cannot.
     *
     * @param detail what to tell if there is no better answer: safe to show
     * @param complaint what to tell the model; may hold words of its answer
     * @param answer what the model wrote, to correct it; empty when there is nothing to correct
     * @param rule the rules of the schema that it breaks, safe to show; or empty
     */
    record Unusable(String detail, String complaint, String answer, String rule) implements Verdict {

        /** Prints what is safe to show. */
        @Override
        public String toString() {
            return "Unusable[" + detail + "]";
        }
    }
}
