package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.JsonArray;
import dev.scripta.core.model.JsonNull;
import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonString;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationRepository;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Repositories that give values back changed. */
final class BrokenValues {

    private static final int SHORT_DEPTH = 64;

    static final List<Broken<Function<Store, ConversationRepository>>> ALL = List.of(
            rule("R12", "drops byte order marks", texts(text -> text.replace("\ufeff", ""))),
            rule("R12 R13", "cannot keep supplementary characters", texts(text -> text.replaceAll(
                    "[^\\x{0}-\\x{ffff}]", "?"))),
            rule("R12", "trims", texts(String::strip)),
            rule("R12", "normalises", texts(text -> Normalizer.normalize(text, Normalizer.Form.NFC))),
            rule("R12", "keeps a replacement for control characters",
                    analyses(BrokenValues.strings(text -> text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "\ufffd")))),
            rule("R13", "cuts after 4096 characters",
                    texts(text -> text.substring(0, Math.min(4_096, text.length())))),
            rule("R13", "loses the character at the buffer's end", texts(
                    text -> text.length() <= 1_024 ? text : text.substring(0, 1_024) + text.substring(1_025))),
            rule("R14", "takes ?? for an escaped ?", texts(text -> text.replace("??", "?"))),
            rule("R14", "doubles quotes", analyses(strings(text -> text.replace("'", "''")))),
            rule("R14", "resolves JDBC escapes", texts(text -> text.replaceAll("\\{fn (.*)}", "$1"))),
            rule("R15", "sorts the members", analyses(value -> value instanceof JsonObject object
                    ? new JsonObject(new TreeMap<>(object.members()))
                    : value)),
            rule("R15", "writes numbers without trailing zeros", analyses(value -> value instanceof JsonNumber number
                    ? new JsonNumber(number.value().stripTrailingZeros())
                    : value)),
            rule("R15", "reads numbers as doubles", analyses(value -> value instanceof JsonNumber number
                    && number.value().precision() > 17
                            ? new JsonNumber(BigDecimal.valueOf(number.value().doubleValue()))
                            : value)),
            rule("R15", "drops null members", analyses(value -> value instanceof JsonObject object
                    ? new JsonObject(withoutNulls(object.members()))
                    : value)),
            rule("R15", "refuses deep analyses", store -> new PlainRepository(store) {
                @Override
                public SaveResult save(SaveRequest request) {
                    if (request.content().analysis().json().depth() > SHORT_DEPTH) {
                        throw new StorageFailedException("too deep", false);
                    }
                    return super.save(request);
                }
            }),
            rule("R15", "keeps segments to the millisecond", transcripts(words -> Changed.segments(words,
                    words.segments().stream().map(BrokenValues::toMillis).toList()))),
            rule("R14 R15", "forgets the engine", transcripts(words -> Changed.engine(words, Optional.empty()))),
            rule("R15", "forgets words", transcripts(Changed::withoutWords)),
            rule("R15", "forgets gaps", transcripts(words -> Changed.gaps(words, List.of()))),
            rule("R15", "forgets receipts", transcripts(words -> Changed.calls(words, List.of()))),
            rule("R15", "forgets the template", contents(Changed::withoutTemplate)),
            rule("R15", "forgets the receipts of the analysis", contents(Changed::withoutAnalysisCalls)),
            rule("R16", "keeps times to the millisecond", times(time -> time.truncatedTo(ChronoUnit.MILLIS))),
            rule("R16", "rounds times up",
                    times(time -> time.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS))),
            rule("R16", "reads times as local ones of Berlin", times(time -> throughZone(time, "Europe/Berlin"))),
            rule("R16", "reads times as local ones of New York", times(time -> throughZone(time, "America/New_York"))),
            rule("R16", "takes UTC for local time of Berlin", times(time -> LocalDateTime.ofInstant(time,
                    ZoneOffset.UTC)
                    .atZone(ZoneId.of("Europe/Berlin"))
                    .toLocalDateTime()
                    .toInstant(ZoneOffset.UTC))),
            rule("R16", "has no times before the epoch",
                    times(time -> time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time)));

    private BrokenValues() {}

    private static Function<Store, ConversationRepository> shown(UnaryOperator<Conversation> change) {
        return store -> new PlainRepository(store) {
            @Override
            Conversation shown(Conversation row) {
                return change.apply(row);
            }
        };
    }

    private static Function<Store, ConversationRepository> contents(UnaryOperator<Content> change) {
        return shown(row -> with(row, change.apply(row.content()), row.createdAt(), row.updatedAt()));
    }

    private static Function<Store, ConversationRepository> transcripts(UnaryOperator<Transcript> change) {
        return contents(content -> new Content(change.apply(content.transcript()), content.analysis()));
    }

    private static Function<Store, ConversationRepository> texts(UnaryOperator<String> change) {
        return transcripts(words -> Changed.text(words, change.apply(words.text())));
    }

    private static Function<Store, ConversationRepository> times(UnaryOperator<Instant> change) {
        return shown(row -> with(row, row.content(), change.apply(row.createdAt()), change.apply(row.updatedAt())));
    }

    private static Function<Store, ConversationRepository> analyses(UnaryOperator<JsonValue> change) {
        return contents(content -> new Content(content.transcript(),
                new Analysis((JsonObject) changed(content.analysis().json(), change), content.analysis().template(),
                        content.analysis().calls())));
    }

    private static Conversation with(Conversation row, Content content, Instant createdAt, Instant updatedAt) {
        return new Conversation(row.key(), row.head(), content, createdAt, updatedAt);
    }

    private static UnaryOperator<JsonValue> strings(UnaryOperator<String> change) {
        return value -> value instanceof JsonString string ? new JsonString(change.apply(string.value())) : value;
    }

    private static JsonValue changed(JsonValue value, UnaryOperator<JsonValue> change) {
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, changed(member, change)));
            return change.apply(new JsonObject(members));
        }
        return value instanceof JsonArray array
                ? new JsonArray(array.elements().stream().map(element -> changed(element, change)).toList())
                : change.apply(value);
    }

    private static Map<String, JsonValue> withoutNulls(Map<String, JsonValue> members) {
        Map<String, JsonValue> copy = new LinkedHashMap<>(members);
        copy.values().removeIf(JsonNull.NULL::equals);
        return copy;
    }

    private static Segment toMillis(Segment segment) {
        return new Segment(Duration.ofMillis(segment.start().toMillis()), Duration.ofMillis(segment.end().toMillis()),
                segment.text(), segment.words());
    }

    /** There and back: the hour that a zone repeats is taken for its first run. */
    private static Instant throughZone(Instant time, String zone) {
        return LocalDateTime.ofInstant(time, ZoneId.of(zone)).atZone(ZoneId.of(zone)).toInstant();
    }
}
