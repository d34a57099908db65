package dev.scripta.adapters.http;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonPointer;
import dev.scripta.core.model.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds in an analysis what the list of conversations shows. Its template tells where; one without, as a page saves it or as
 * it was taken over from elsewhere, most likely has the shape in force, or else that of another template that is known.
 *
 * @param byTemplate by the template's name
 * @param inForce of the template in force
 */
record Titles(Map<String, TitlePointers> byTemplate, TitlePointers inForce) {

    /** Knows no template. */
    static final Titles NONE = new Titles(Map.of(), TitlePointers.MEMBERS);

    /** Copies the map, in the order of names. */
    Titles {
        byTemplate = Collections.unmodifiableMap(new TreeMap<>(byTemplate));
        Objects.requireNonNull(inForce, "inForce");
    }

    /** Whatever stands there; empty when nothing does. */
    Optional<JsonValue> patientName(Analysis analysis) {
        return found(analysis, TitlePointers::patientName);
    }

    /** Whatever stands there; empty when nothing does. */
    Optional<JsonValue> chiefComplaint(Analysis analysis) {
        return found(analysis, TitlePointers::chiefComplaint);
    }

    private Optional<JsonValue> found(Analysis analysis, Function<TitlePointers, Optional<JsonPointer>> which) {
        Stream<TitlePointers> likely = analysis.template()
                .map(byTemplate::get)
                .map(Stream::of)
                .orElseGet(() -> Stream.concat(Stream.of(inForce), byTemplate.values().stream()));
        return Stream.concat(likely, Stream.of(TitlePointers.MEMBERS))
                .flatMap(pointers -> which.apply(pointers).stream())
                .flatMap(pointer -> pointer.in(analysis.json()).stream())
                .filter(value -> value != JsonNull.NULL)
                .findFirst();
    }
}
