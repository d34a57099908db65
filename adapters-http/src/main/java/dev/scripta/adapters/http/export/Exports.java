package dev.scripta.adapters.http.export;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Writes conversations and analyses as documents. Few PDFs are made at once, and one for each owner: it takes a processor and
 * tens of megabytes while it lasts. Thread-safe.
 */
public final class Exports {

    private final Presses presses;

    /**
     * Nothing is loaded before the first document.
     *
     * @param presses how many PDFs are made at once
     * @param patience how long a request waits for its turn
     */
    public Exports(int presses, Duration patience) {
        this.presses = new Presses(presses, patience);
    }

    /**
     * The conversation in a format that {@linkplain Format#fits fits} it.
     *
     * @param subject its title, where there is one
     * @throws IllegalArgumentException for JSON, which is the API's own
     */
    public Export write(Format format, Conversation conversation, Optional<String> subject) {
        Paper paper = ConversationPaper.of(conversation, subject);
        return switch (format) {
            case JSON -> throw new IllegalArgumentException("JSON is written by the API itself");
            case TEXT -> utf8(PlainText.of(paper));
            case MARKDOWN -> utf8(Markdown.of(paper));
            case SUBRIP -> utf8(Subtitles.subRip(conversation.content().transcript()));
            case WEBVTT -> utf8(Subtitles.webVtt(conversation.content().transcript()));
            case PDF -> printed(conversation.key().owner(), paper);
        };
    }

    /**
     * An analysis as PDF.
     *
     * @param owner who wants it
     * @param session whose it is
     * @param analysis any object
     * @param time when it is printed
     */
    public Export report(OwnerId owner, SessionId session, JsonObject analysis, OffsetDateTime time) {
        return printed(owner, ConversationPaper.report(session, analysis, time));
    }

    private Export printed(OwnerId owner, Paper paper) {
        try {
            return presses.print(owner, () -> new Export.Written(PdfDocument.of(paper)));
        } catch (TooManyPagesException tooLong) {
            return new Export.TooLong(PdfDocument.MOST_PAGES);
        }
    }

    private static Export utf8(String text) {
        return new Export.Written(text.getBytes(StandardCharsets.UTF_8));
    }
}
