package dev.scripta.adapters.speech.openai;

import java.net.http.HttpHeaders;

/**
 * An answer as it came.
 *
 * @param status of HTTP
 * @param headers all of them
 * @param body as text, however it is meant
 */
record Answer(int status, HttpHeaders headers, String body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Prints no words. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length() + " characters]";
    }
}
