package dev.scripta.adapters.http;

import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Transcript;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * A stretch in which somebody seems to speak and of which no words came.
 *
 * @param start seconds from the beginning
 * @param end seconds from the beginning
 */
@JsonbPropertyOrder({"start", "end"})
public record GapMember(double start, double end) {

    /** Those of a transcript; left out when it is whole. */
    static Optional<List<GapMember>> of(Transcript transcript) {
        return Optional.of(transcript.gaps().stream().map(GapMember::of).toList())
                .filter(gaps -> !transcript.isComplete());
    }

    private static GapMember of(Gap gap) {
        return new GapMember(Seconds.of(gap.start()), Seconds.of(gap.end()));
    }
}
