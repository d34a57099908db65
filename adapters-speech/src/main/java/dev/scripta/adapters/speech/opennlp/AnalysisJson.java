package dev.scripta.adapters.speech.opennlp;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonBoolean;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import opennlp.tools.util.Version;

/**
 * Writes what was found as an analysis by the template "general", with the times of what is quoted, and with a word on how
 * it was made. Always the same members in the same order.
 */
final class AnalysisJson {

    private static final String METHOD = "extractive";
    private static final String ENGINE = "opennlp-" + Version.currentVersion() + "-en-rules";
    private static final String NOTE =
            "Made offline by fixed rules, without a language model: sentences are quoted"
                    + " literally, nothing is interpreted, and moods are not told. Items may be missing or wrong, above all"
                    + " where words were misheard.";
    private static final String NOTE_NOT_ENGLISH =
            "Made offline by fixed rules that know only English. This transcript does"
                    + " not look English, so nothing was analysed.";
    private static final String TEMPLATE = "general";
    private static final int TITLE_TOPICS = 3;
    private static final int MAX_ITEMS = 50;
    private static final int MAX_ENTITIES = 200;

    private AnalysisJson() {}

    /** The analysis of English speech. */
    static Analysis of(Findings found) {
        boolean truncated = found.units().truncated() || found.entities().size() > MAX_ENTITIES
                || List.of(found.questions(), found.actionItems(), found.decisions())
                        .stream()
                        .anyMatch(list -> list.size() > MAX_ITEMS);
        List<String> topics = found.keywords().stream().map(Keywords.Keyword::text).toList();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("title", text(String.join(", ", topics.subList(0, Math.min(TITLE_TOPICS, topics.size())))));
        members.put("summary", text(found.summary()));
        members.put("topics", array(topics, MAX_ITEMS, JsonString::new));
        members.put("decisions", array(found.decisions(), MAX_ITEMS, AnalysisJson::item));
        members.put("action_items", array(found.actionItems(), MAX_ITEMS, AnalysisJson::task));
        members.put("questions", array(found.questions(), MAX_ITEMS, AnalysisJson::item));
        members.put("mood", JsonNull.NULL);
        members.put("key_sentences", array(found.keySentences(), MAX_ITEMS, AnalysisJson::item));
        members.put("entities", array(found.entities(), MAX_ENTITIES, AnalysisJson::entity));
        return analysis(members, NOTE, truncated);
    }

    /** What is said of a transcript that the rules do not understand. */
    static Analysis notEnglish() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        List.of("title", "summary").forEach(name -> members.put(name, JsonNull.NULL));
        List.of("topics", "decisions", "action_items", "questions")
                .forEach(name -> members.put(name, new JsonArray(List.of())));
        members.put("mood", JsonNull.NULL);
        return analysis(members, NOTE_NOT_ENGLISH, false);
    }

    private static Analysis analysis(Map<String, JsonValue> members, String note, boolean truncated) {
        members.put("truncated", JsonBoolean.of(truncated));
        members.put("method", new JsonString(METHOD));
        members.put("engine", new JsonString(ENGINE));
        members.put("note", new JsonString(note));
        return new Analysis(new JsonObject(members), Optional.of(TEMPLATE), List.of());
    }

    private static JsonValue text(String text) {
        return text.isEmpty() ? JsonNull.NULL : new JsonString(text);
    }

    private static <T> JsonArray array(List<T> items, int max, Function<T, JsonValue> json) {
        return new JsonArray(items.stream().limit(max).map(json).toList());
    }

    private static JsonValue item(Sentence sentence) {
        return new JsonObject(place(sentence.unit().text(), sentence.unit()));
    }

    private static JsonValue task(Sentence sentence) {
        Map<String, JsonValue> members = place(sentence.unit().text(), sentence.unit());
        members.put("owner", JsonNull.NULL);
        members.put("due", text(ActionItems.due(sentence).orElse("")));
        return new JsonObject(members);
    }

    private static JsonValue entity(Entities.Entity entity) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("type", lowerCase(entity.type()));
        members.putAll(place(entity.text(), entity.sentence().unit()));
        return new JsonObject(members);
    }

    private static Map<String, JsonValue> place(String text, Unit unit) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("text", new JsonString(text));
        members.put("index", JsonNumber.of(unit.index()));
        unit.start().ifPresent(start -> members.put("start_seconds", seconds(start)));
        unit.end().ifPresent(end -> members.put("end_seconds", seconds(end)));
        return members;
    }

    private static JsonNumber seconds(Duration time) {
        return new JsonNumber(BigDecimal.valueOf(time.toMillis(), 3));
    }

    private static JsonString lowerCase(Enum<?> value) {
        return new JsonString(value.name().toLowerCase(Locale.ROOT));
    }
}
