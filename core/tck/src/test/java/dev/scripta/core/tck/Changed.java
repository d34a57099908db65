package dev.scripta.core.tck;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.util.List;
import java.util.Optional;

/** Contents with one part changed, as broken adapters keep them. */
final class Changed {

    private Changed() {}

    static Transcript text(Transcript transcript, String text) {
        return new Transcript(text, transcript.language(), transcript.segments(), transcript.engine(),
                transcript.gaps(), transcript.calls());
    }

    static Transcript language(Transcript transcript, Optional<String> language) {
        return new Transcript(transcript.text(), language, transcript.segments(), transcript.engine(),
                transcript.gaps(), transcript.calls());
    }

    static Transcript segments(Transcript transcript, List<Segment> segments) {
        return new Transcript(transcript.text(), transcript.language(), segments, transcript.engine(),
                transcript.gaps(), transcript.calls());
    }

    static Transcript withoutWords(Transcript transcript) {
        return segments(transcript, transcript.segments()
                .stream()
                .map(segment -> new Segment(segment.start(), segment.end(), segment.text()))
                .toList());
    }

    static Transcript engine(Transcript transcript, Optional<String> engine) {
        return new Transcript(transcript.text(), transcript.language(), transcript.segments(), engine,
                transcript.gaps(), transcript.calls());
    }

    static Transcript gaps(Transcript transcript, List<Gap> gaps) {
        return new Transcript(transcript.text(), transcript.language(), transcript.segments(), transcript.engine(),
                gaps, transcript.calls());
    }

    static Transcript calls(Transcript transcript, List<EngineCall> calls) {
        return new Transcript(transcript.text(), transcript.language(), transcript.segments(), transcript.engine(),
                transcript.gaps(), calls);
    }

    static Content withoutTemplate(Content content) {
        return new Content(content.transcript(),
                new Analysis(content.analysis().json(), Optional.empty(), content.analysis().calls()));
    }

    static Content withoutAnalysisCalls(Content content) {
        return new Content(content.transcript(),
                new Analysis(content.analysis().json(), content.analysis().template(), List.of()));
    }
}
