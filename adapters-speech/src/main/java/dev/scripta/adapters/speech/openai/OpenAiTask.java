package dev.scripta.adapters.speech.openai;

/** What is made of the speech. */
public enum OpenAiTask {
    /** Words in the language that is spoken. */
    TRANSCRIBE("transcriptions"),
    /** English words, whatever is spoken. */
    TRANSLATE("translations");

    private final String resource;

    OpenAiTask(String resource) {
        this.resource = resource;
    }

    String resource() {
        return resource;
    }
}
