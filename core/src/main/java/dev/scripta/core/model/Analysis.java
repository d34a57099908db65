package dev.scripta.core.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was made of a transcript: a JSON object. Its shape comes from the analysis template in force; the core only
 * knows that it is an object.
 *
 * @param json the object; member order and number form are kept as given
 * @param template the name of the template that tells its shape, where known
 * @param calls what was paid for it, in order
 */
public record Analysis(JsonObject json, Optional<String> template, List<EngineCall> calls) {

    /** The analysis of a recording without speech: nothing is invented for it. */
    public static final Analysis NONE = new Analysis(JsonObject.EMPTY);

    /** How deep an analysis may nest: far beyond any template, and safe for every parser on the way. */
    public static final int MAX_DEPTH = 200;

    private static final int MAX_NAME = 100;

    /** An analysis of which only the object is known. */
    public Analysis(JsonObject json) {
        this(json, Optional.empty(), List.of());
    }

    /** Checks the parts, and how deep the object is. */
    public Analysis {
        Objects.requireNonNull(json, "json");
        template.ifPresent(name -> Text.identifier("template", name, MAX_NAME));
        calls = List.copyOf(calls);
        if (json.depth() > MAX_DEPTH) {
            throw new IllegalArgumentException("analysis must not nest deeper than " + MAX_DEPTH);
        }
    }

    /** The words of all texts in it in their order, as searches compare them; names of members are no texts. */
    public Stream<String> words() {
        return FoldedWords.of(json);
    }

    /** Prints the size only: patient data stays out of logs. */
    @Override
    public String toString() {
        return "Analysis[" + json.members().size() + " members]";
    }
}
