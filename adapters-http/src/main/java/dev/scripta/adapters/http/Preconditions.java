package dev.scripta.adapters.http;

import dev.scripta.adapters.http.transport.EntityTags;
import dev.scripta.core.model.Head;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The conditions that a request puts on what is stored (RFC 9110 section 13.1). */
final class Preconditions {

    private Preconditions() {}

    /**
     * What the request demands of the conversation, empty for none; both headers must hold.
     *
     * @throws dev.scripta.adapters.http.transport.RefusedException 400 if a header is malformed
     */
    static Optional<Predicate<Optional<Head>>> of(Headers headers) {
        Optional<Predicate<Optional<Head>>> match = tags(headers, HeaderNames.IF_MATCH)
                .map(tags -> head -> head.map(JsonAnswers::entityTag).filter(tags::matchesStrongly).isPresent());
        Optional<Predicate<Optional<Head>>> noneMatch = tags(headers, HeaderNames.IF_NONE_MATCH)
                .map(tags -> head -> head.map(JsonAnswers::entityTag).filter(tags::matchesWeakly).isEmpty());
        return match.map(first -> noneMatch.map(first::and).orElse(first)).or(() -> noneMatch);
    }

    private static Optional<EntityTags> tags(Headers headers, HeaderName name) {
        List<String> lines = headers.all(name, List::of);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(EntityTags.parse(name.defaultCase(), String.join(",", lines)));
    }
}
