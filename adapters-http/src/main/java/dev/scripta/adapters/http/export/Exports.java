package dev.scripta.adapters.http.export;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Writes conversations and analyses as documents. Few PDFs are made at once: each takes a processor and tens of megabytes
 * while it lasts. Thread-safe.
 */
public final class Exports {

    private final Semaphore presses;
    private final Duration patience;

    /**
     * Nothing is loaded before the first document.
     *
     * @param presses how many PDFs are made at once
     * @param patience how long a request waits for its turn
     */
    public Exports(int presses, Duration patience) {
        this.presses = new Semaphore(presses, true);
        this.patience = patience;
    }

    /**
     * The conversation in a format that {@linkplain Format#fits fits} it.
     *
     * @param subject its title, where there is one
     * @return empty when too many documents are being made
     * @throws IllegalArgumentException for JSON, which is the API's own
     * @throws dev.scripta.adapters.http.transport.RefusedException 422 when a PDF would have too many pages
     */
    public Optional<byte[]> write(Format format, Conversation conversation, Optional<String> subject) {
        Paper paper = ConversationPaper.of(conversation, subject);
        return switch (format) {
            case JSON -> throw new IllegalArgumentException("JSON is written by the API itself");
            case TEXT -> utf8(PlainText.of(paper));
            case MARKDOWN -> utf8(Markdown.of(paper));
            case SUBRIP -> utf8(Subtitles.subRip(conversation.content().transcript()));
            case WEBVTT -> utf8(Subtitles.webVtt(conversation.content().transcript()));
            case PDF -> printed(paper);
        };
    }

    /**
     * An analysis as PDF.
     *
     * @param session whose it is
     * @param analysis any object
     * @param time when it is printed
     * @return empty when too many documents are being made
     * @throws dev.scripta.adapters.http.transport.RefusedException 422 when it would have too many pages
     */
    public Optional<byte[]> report(SessionId session, JsonObject analysis, OffsetDateTime time) {
        return printed(ConversationPaper.report(session, analysis, time));
    }

    private Optional<byte[]> printed(Paper paper) {
        try {
            if (!presses.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(PdfDocument.of(paper));
        } finally {
            presses.release();
        }
    }

    private static Optional<byte[]> utf8(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
