package dev.scripta.adapters.http;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer to an upload.
 *
 * @param status always "completed"
 * @param sessionId as sent
 * @param timestamp the server's local time, {@code yyyyMMddHHmmss}
 * @param audioSha256 the digest of the bytes that arrived: a receipt, by which a page may let go of its own copy
 * @param transcript the words; empty when nobody spoke
 * @param analysis what was made of them; empty when nobody spoke
 * @param conversationId left out when nothing was stored
 * @param engine the recogniser's name
 * @param gaps where words are missing; left out of a whole transcript
 * @param template the name of the analysis' template, where it is known
 * @param save what became of saving
 */
@JsonbPropertyOrder({"status", "sessionId", "timestamp", "audioSha256", "transcript", "analysis", "conversationId",
        "engine", "gaps", "template", "save"})
public record UploadAudioResponse(String status, @JsonbProperty("session_id") String sessionId, String timestamp,
        @JsonbProperty("audio_sha256") String audioSha256,
        String transcript, JsonObject analysis, @JsonbProperty("conversation_id") Optional<Long> conversationId,
        Optional<String> engine, Optional<List<GapMember>> gaps, Optional<String> template, SaveMember save) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    /** The answer that tells of this result at this local time. */
    public static UploadAudioResponse of(SessionId session, Sha256 audio, Content content, SaveResult save,
            ZonedDateTime now) {
        return new UploadAudioResponse("completed", session.value(), TIMESTAMP.format(now), audio.hex(),
                content.transcript().text(), content.analysis().json(),
                save.head().map(Head::id).map(id -> id.value()), content.transcript().engine(),
                GapMember.of(content.transcript()), content.analysis().template(), SaveMember.of(save));
    }
}
