package dev.scripta.core.tck.server;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A script that behaves like a whole transcription server: it refuses what the real ones refuse, in its dialect's words,
 * before it says what it heard. Immutable; each method gives a changed copy.
 */
public final class TranscriptionService implements Function<ScriptedRequest, ScriptedAnswer> {

    /** What OpenAI takes, all of the request counted. */
    public static final long OPENAI_BYTES = 25L << 20;

    private static final String TRANSCRIPTIONS = "/v1/audio/transcriptions";
    private static final String TRANSLATIONS = "/v1/audio/translations";
    private static final Set<String> EXTENSIONS =
            Set.of("flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm");

    private final Dialect dialect;
    private final Function<ScriptedRequest, Heard> ear;
    private final Optional<String> key;
    private final long maxBytes;

    private TranscriptionService(Dialect dialect, Function<ScriptedRequest, Heard> ear, Optional<String> key,
            long maxBytes) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.ear = Objects.requireNonNull(ear, "ear");
        this.key = key;
        this.maxBytes = maxBytes;
    }

    /**
     * A server without a key that takes 25 MiB.
     *
     * @param ear what it hears in a request that is in order, called by several threads at once
     */
    public static TranscriptionService of(Dialect dialect, Function<ScriptedRequest, Heard> ear) {
        return new TranscriptionService(dialect, ear, Optional.empty(), OPENAI_BYTES);
    }

    /** The same that wants this key. */
    public TranscriptionService withKey(String wanted) {
        return new TranscriptionService(dialect, ear, Optional.of(wanted), maxBytes);
    }

    /** The same that takes requests of so many bytes. */
    public TranscriptionService withMaxBytes(long bytes) {
        return new TranscriptionService(dialect, ear, key, bytes);
    }

    @Override
    public ScriptedAnswer apply(ScriptedRequest request) {
        return trouble(request).map(dialect::trouble)
                .orElseGet(() -> dialect.transcription(request, ear.apply(request)));
    }

    private Optional<Trouble> trouble(ScriptedRequest request) {
        if (!request.method().equals("POST") || !hasPath(request)) {
            return Optional.of(Trouble.UNKNOWN_PATH);
        }
        if (key.isPresent() && !request.header("Authorization").equals(key.map("Bearer "::concat))) {
            return Optional.of(Trouble.BAD_KEY);
        }
        if (request.header("Content-Length").map(Long::parseLong).orElse(0L) > maxBytes) {
            return Optional.of(Trouble.TOO_LARGE);
        }
        if (request.files().size() != 1 || !dialect.reads(request.files().get(0))
                || !hasUsefulName(request.files().get(0))) {
            return Optional.of(Trouble.UNSUPPORTED_FORMAT);
        }
        return dialect.takesParameters(request) ? Optional.empty() : Optional.of(Trouble.INVALID_PARAMETER);
    }

    private boolean hasPath(ScriptedRequest request) {
        return request.path().endsWith(TRANSCRIPTIONS)
                || (dialect != Dialect.WHISPER_CPP && request.path().endsWith(TRANSLATIONS));
    }

    private static boolean hasUsefulName(ReceivedFile file) {
        String name = file.name().orElse("").toLowerCase(Locale.ROOT);
        return file.field().equals("file") && EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
