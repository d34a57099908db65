package dev.scripta.adapters.speech.openai;

/** What a server said about its failure: for logs of causes, never for users. */
final class ServerWordsException extends Exception {

    private static final long serialVersionUID = 1L;

    ServerWordsException(int status, String words) {
        super("HTTP " + status + ": " + words);
    }
}
