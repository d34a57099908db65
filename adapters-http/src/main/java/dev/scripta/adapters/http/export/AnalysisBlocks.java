package dev.scripta.adapters.http.export;

import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays out an analysis of any shape: a heading for each member, below it fields and lists. Nothing is left out; what was not
 * said is shown as such. Recursion is as deep as an analysis may nest. One analysis' alone.
 */
final class AnalysisBlocks {

    /** For null, and for empty text, lists and objects. */
    static final String NOTHING = "–";

    private static final int SECTION = 2;

    private final List<Block> blocks = new ArrayList<>();

    private AnalysisBlocks() {}

    static List<Block> of(JsonObject analysis) {
        AnalysisBlocks layout = new AnalysisBlocks();
        Labels.inOrder(analysis).forEach(member -> layout.section(Labels.of(member.getKey()), member.getValue()));
        return layout.blocks;
    }

    private void section(String label, JsonValue value) {
        blocks.add(Block.heading(SECTION, label));
        scalar(value).ifPresentOrElse(text -> blocks.add(Block.prose(text)), () -> within(value, 0));
    }

    private void within(JsonValue value, int depth) {
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> member(Labels.of(name), member, depth));
        } else if (value instanceof JsonArray array) {
            List<JsonValue> elements = array.elements();
            for (int i = 0; i < elements.size(); i++) {
                element(i + 1, elements.get(i), depth);
            }
        }
    }

    private void member(String label, JsonValue value, int depth) {
        scalar(value).ifPresentOrElse(text -> blocks.add(Block.field(depth, label, text)), () -> {
            blocks.add(Block.field(depth, label, ""));
            within(value, depth + 1);
        });
    }

    /** An object with a text is that text and what belongs to it; another has a number only. */
    private void element(int number, JsonValue value, int depth) {
        Optional<String> text = scalar(value).or(() -> said(value));
        blocks.add(Block.item(depth, text.orElse("#" + number)));
        if (value instanceof JsonObject object && said(value).isPresent()) {
            object.members()
                    .entrySet()
                    .stream()
                    .filter(member -> !member.getKey().equals("text"))
                    .forEach(member -> member(Labels.of(member.getKey()), member.getValue(), depth + 1));
        } else {
            within(value, depth + 1);
        }
    }

    private static Optional<String> said(JsonValue value) {
        return value instanceof JsonObject object
                ? object.get("text").flatMap(AnalysisBlocks::scalar)
                : Optional.empty();
    }

    /** Empty for what has parts. */
    private static Optional<String> scalar(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object.members().isEmpty() ? Optional.of(NOTHING) : Optional.empty();
            case JsonArray array -> array.elements().isEmpty() ? Optional.of(NOTHING) : Optional.empty();
            case JsonString string -> Optional.of(string.value().isBlank() ? NOTHING : string.value());
            case JsonNumber number -> Optional.of(number.toJson());
            case JsonBoolean literal -> Optional.of(literal == JsonBoolean.TRUE ? "yes" : "no");
            case JsonNull literal -> Optional.of(NOTHING);
        };
    }
}
