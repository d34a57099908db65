package dev.scripta.adapters.http.export;

import dev.scripta.core.model.Conversation;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which a conversation is handed out; where a client has no preference, the earlier one here is taken. */
public enum Format {

    /** What programs read; the default. */
    JSON("application/json", "json", false),
    /** Plain text in UTF-8. */
    TEXT("text/plain", "txt", true),
    /** Markdown (RFC 7763), CommonMark. */
    MARKDOWN("text/markdown", "md", true),
    /** Subtitles as SubRip has them. */
    SUBRIP("application/x-subrip", "srt", true),
    /** Captions for the web (W3C WebVTT). */
    WEBVTT("text/vtt", "vtt", true),
    /** For printing. */
    PDF("application/pdf", "pdf", false);

    private final String mediaType;
    private final String suffix;
    private final boolean text;

    Format(String mediaType, String suffix, boolean text) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.text = text;
    }

    /** The format of an address or file name that ends so; empty when it ends like none. */
    public static Optional<Format> ofName(String name) {
        return Stream.of(values()).filter(format -> name.endsWith(format.suffix())).findFirst();
    }

    /** Type and subtype, in lower case. */
    public String mediaType() {
        return mediaType;
    }

    /** The media type with the encoding, where it has one. */
    public String contentType() {
        return text ? mediaType + "; charset=utf-8" : mediaType;
    }

    /** How names end, with the dot. */
    public String suffix() {
        return "." + suffix;
    }

    /** Whether the conversation can be had in it: subtitles need times. */
    public boolean fits(Conversation conversation) {
        return (this != SUBRIP && this != WEBVTT) || !conversation.content().transcript().segments().isEmpty();
    }
}
