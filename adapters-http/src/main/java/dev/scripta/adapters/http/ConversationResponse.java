package dev.scripta.adapters.http;

import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * One conversation.
 *
 * @param sessionId which session's
 * @param transcript the words
 * @param analysis what was made of them
 * @param id its number
 * @param paramedicId its owner's number
 * @param createdAt UTC without a zone
 * @param updatedAt UTC without a zone
 * @param revision 1 when created, one more for each change of content
 * @param engine the recogniser's name, where it is known
 * @param language BCP 47 tag, where it is known
 * @param segments the timed parts, where they are known
 * @param gaps where words are missing; left out of a whole transcript
 * @param template the name of the analysis' template, where it is known
 * @param usage what the engines used, where it is known
 * @param audio true while its audio is kept; left out otherwise
 */
@JsonbPropertyOrder({"sessionId", "transcript", "analysis", "id", "paramedicId", "createdAt", "updatedAt", "revision",
        "engine", "language", "segments", "gaps", "template", "usage", "audio"})
public record ConversationResponse(@JsonbProperty("session_id") String sessionId, String transcript,
        JsonObject analysis, long id, @JsonbProperty("paramedic_id") long paramedicId,
        @JsonbProperty("created_at") String createdAt, @JsonbProperty("updated_at") String updatedAt, long revision,
        Optional<String> engine, Optional<String> language, List<SegmentMember> segments,
        Optional<List<GapMember>> gaps, Optional<String> template, Optional<UsageMember> usage,
        Optional<Boolean> audio) {

    static ConversationResponse of(Caller caller, Conversation conversation, boolean audio) {
        var transcript = conversation.content().transcript();
        return new ConversationResponse(conversation.key().session().value(), transcript.text(),
                conversation.content().analysis().json(), conversation.head().id().value(), caller.number(),
                WireTime.of(conversation.createdAt()), WireTime.of(conversation.updatedAt()),
                conversation.head().revision(), transcript.engine(), transcript.language(),
                transcript.segments().stream().map(SegmentMember::of).toList(), GapMember.of(transcript),
                conversation.content().analysis().template(), UsageMember.of(conversation.content()),
                Optional.of(audio).filter(kept -> kept));
    }
}
