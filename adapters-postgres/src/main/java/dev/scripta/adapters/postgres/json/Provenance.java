package dev.scripta.adapters.postgres.json;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.EngineCall;
import dev.scripta.core.model.Gap;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a result was made of, beside its words.
 *
 * @param gaps of the transcript
 * @param transcription the receipts for the transcript
 * @param template of the analysis
 * @param analysis the receipts for the analysis
 */
public record Provenance(List<Gap> gaps, List<EngineCall> transcription, Optional<String> template,
        List<EngineCall> analysis) {

    /** Of what nothing is known. */
    public static final Provenance NONE = new Provenance(List.of(), List.of(), Optional.empty(), List.of());

    /** Of a transcript that has no analysis yet. */
    public static Provenance of(Transcript transcript) {
        return new Provenance(transcript.gaps(), transcript.calls(), Optional.empty(), List.of());
    }

    /** Of a result. */
    public static Provenance of(Transcript transcript, Analysis analysis) {
        return new Provenance(transcript.gaps(), transcript.calls(), analysis.template(), analysis.calls());
    }

    /** The object for this; empty when nothing is known. */
    public Optional<JsonObject> json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (!gaps.isEmpty()) {
            members.put("gaps", new JsonArray(gaps.stream().map(Provenance::json).toList()));
        }
        if (!transcription.isEmpty()) {
            members.put("transcription", CallsJson.of(transcription));
        }
        template.ifPresent(name -> members.put("template", new JsonString(name)));
        if (!analysis.isEmpty()) {
            members.put("analysis", CallsJson.of(analysis));
        }
        return Optional.of(new JsonObject(members)).filter(object -> !members.isEmpty());
    }

    private static JsonValue json(Gap gap) {
        return new JsonArray(List.of(Times.seconds(gap.start()), Times.seconds(gap.end())));
    }

    /** What {@link #json} wrote. */
    public static Provenance read(JsonValue json) {
        JsonObject object = (JsonObject) json;
        return new Provenance(
                object.get("gaps")
                        .map(gaps -> ((JsonArray) gaps).elements().stream().map(Provenance::gap).toList())
                        .orElse(List.of()),
                object.get("transcription").map(CallsJson::calls).orElse(List.of()),
                object.get("template").map(name -> ((JsonString) name).value()),
                object.get("analysis").map(CallsJson::calls).orElse(List.of()));
    }

    private static Gap gap(JsonValue json) {
        List<JsonValue> times = ((JsonArray) json).elements();
        return new Gap(Times.duration(times.get(0)), Times.duration(times.get(1)));
    }

    /** The transcript of these parts. */
    public Transcript transcript(String text, Optional<String> language, List<Segment> segments,
            Optional<String> engine) {
        return new Transcript(text, language, segments, engine, gaps, transcription);
    }

    /** The analysis with this object. */
    public Analysis analysis(JsonObject json) {
        return new Analysis(json, template, analysis);
    }
}
