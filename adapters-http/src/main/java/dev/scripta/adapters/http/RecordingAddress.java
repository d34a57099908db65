package dev.scripta.adapters.http;

import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Where the status of a recording is: the digest is in the path, the session in the query. */
public final class RecordingAddress {

    static final String ROOT = "/api/user/recordings";
    static final String DIGEST = "audio_sha256";
    private static final String SESSION = "session_id";

    private RecordingAddress() {}

    /** Relative to the server, for whoever asks may know it by another name. */
    public static String of(RecordingKey recording) {
        String session = recording.conversation().session().value();
        return ROOT + "/" + recording.audio().hex() + "?" + SESSION + "="
                + URLEncoder.encode(session, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Which of the caller's recordings a request asks for.
     *
     * @throws dev.scripta.adapters.http.transport.InvalidFieldsException when it cannot be any
     */
    static RecordingKey key(ServerRequest request, Caller caller) {
        FieldErrors errors = new FieldErrors();
        Optional<Sha256> digest = errors.value(DIGEST, request.path().pathParameters().get(DIGEST), Sha256::new);
        List<String> sessions = request.query().all(SESSION, List::of);
        if (sessions.isEmpty()) {
            errors.add(SESSION, SESSION + " is required");
        }
        Optional<SessionId> session = sessions.isEmpty()
                ? Optional.empty()
                : errors.value(SESSION, sessions.getLast(), SessionId::new);
        errors.check();
        return new RecordingKey(new ConversationKey(caller.owner(), session.orElseThrow()), digest.orElseThrow());
    }
}
