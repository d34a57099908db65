package dev.scripta.adapters.http;

import dev.scripta.adapters.http.export.Accept;
import dev.scripta.adapters.http.export.Attachment;
import dev.scripta.adapters.http.export.Exports;
import dev.scripta.adapters.http.export.Format;
import dev.scripta.adapters.http.recording.KeptAudio;
import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonString;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers with a conversation in the format that its address names or its client prefers. Thread-safe. */
final class ExportAnswers {

    private static final String NO_TIMES = "This conversation has no timed segments, which subtitles need.";

    private final Messages messages;
    private final Exports exports;
    private final DocumentAnswers documents;
    private final Titles titles;
    private final KeptAudio audio;

    ExportAnswers(Messages messages, Exports exports, Titles titles, KeptAudio audio) {
        this.messages = messages;
        this.exports = exports;
        this.documents = new DocumentAnswers(messages);
        this.titles = titles;
        this.audio = audio;
    }

    /** As the header {@code Accept} has it: 406 when nothing fits. */
    void negotiated(ServerRequest request, ServerResponse response, Caller caller, Conversation conversation) {
        response.headers().add(HeaderValues.create(HeaderNames.VARY, "Accept"));
        Accept accept = Accept.parse(String.join(",", request.headers().all(HeaderNames.ACCEPT, List::of)));
        List<Format> possible = Stream.of(Format.values()).filter(format -> format.fits(conversation)).toList();
        accept.best(possible)
                .ifPresentOrElse(format -> send(request, response, caller, conversation, format, Map.of()),
                        () -> messages.problems().send(request, response, Problem.of(406, refusal(accept, possible))));
    }

    /** As a download in this format: 404 when the conversation cannot be had in it. */
    void attached(ServerRequest request, ServerResponse response, Caller caller, Conversation conversation,
            Format format) {
        if (!format.fits(conversation)) {
            messages.problems().send(request, response, Problem.of(404, NO_TIMES));
            return;
        }
        send(request, response, caller, conversation, format,
                Map.of(HeaderNames.CONTENT_DISPOSITION, Attachment.disposition(conversation.key().session(),
                        WireTime.digits(conversation.createdAt()) + format.suffix())));
    }

    private void send(ServerRequest request, ServerResponse response, Caller caller, Conversation conversation,
            Format format, Map<HeaderName, String> headers) {
        if (format == Format.JSON) {
            headers.forEach(response::header);
            JsonAnswers.tag(response, conversation.head());
            messages.answers()
                    .send(response, ConversationResponse.of(caller, conversation,
                            headers.isEmpty() && audio.of(conversation.key()).isPresent()));
            return;
        }
        Map<HeaderName, String> tagged = new HashMap<>(headers);
        tagged.put(HeaderNames.ETAG, entityTag(conversation.head(), format));
        documents.send(request, response, format, exports.write(format, conversation, subject(conversation)), tagged);
    }

    /** A tag for each representation (RFC 9110 section 8.8.3.3). Two PDFs of one content differ in their bytes: weak. */
    private static String entityTag(Head head, Format format) {
        String json = JsonAnswers.entityTag(head);
        return (format == Format.PDF ? "W/" : "") + json.substring(0, json.length() - 1) + format.suffix() + "\"";
    }

    private Optional<String> subject(Conversation conversation) {
        return titles.chiefComplaint(conversation.content().analysis())
                .flatMap(title -> title instanceof JsonString text ? Optional.of(text.value()) : Optional.empty());
    }

    private static String refusal(Accept accept, List<Format> possible) {
        boolean subtitles = accept.best(List.of(Format.values())).isPresent();
        return subtitles
                ? NO_TIMES
                : "It can be had as " + String.join(", ", possible.stream().map(Format::mediaType).toList()) + ".";
    }
}
