package dev.scripta.adapters.http.export;

import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What people call the members of an analysis, and in which order they look for them. */
final class Labels {

    /** The order of a report from the field; other members follow. */
    private static final List<String> FIELD_REPORT = List.of("patient", "scene", "chief_complaint", "history", "vitals",
            "exam", "interventions", "severity", "recommendation", "reasoning", "form_en");

    /** Those whose names do not say it all: units, and what is no word. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ID", "ID"),
            Map.entry("bp_systolic", "Blood pressure, systolic (mmHg)"),
            Map.entry("bp_diastolic", "Blood pressure, diastolic (mmHg)"),
            Map.entry("hr", "Heart rate (per minute)"),
            Map.entry("rr", "Respiratory rate (per minute)"),
            Map.entry("spo2", "Oxygen saturation (%)"),
            Map.entry("temp", "Temperature (°C)"),
            Map.entry("gcs", "Glasgow Coma Scale"),
            Map.entry("pain_scale_0_10", "Pain (0 to 10)"),
            Map.entry("vitals", "Vital signs"),
            Map.entry("exam", "Examination"),
            Map.entry("form_en", "Report in words"));

    private Labels() {}

    /** The name for people; that of a member nobody knows is its own, with blanks and a capital. */
    static String of(String member) {
        return WORDS.getOrDefault(member, readable(member));
    }

    /** The members as a reader expects them: a report from the field in its order, anything else as it is. */
    static Stream<Map.Entry<String, JsonValue>> inOrder(JsonObject analysis) {
        var members = analysis.members().entrySet().stream();
        return isFieldReport(analysis)
                ? members.sorted(Comparator.comparingInt(member -> rank(member.getKey())))
                : members;
    }

    private static boolean isFieldReport(JsonObject analysis) {
        return Stream.of("patient", "scene", "vitals")
                .anyMatch(name -> analysis.members().get(name) instanceof JsonObject);
    }

    private static int rank(String member) {
        int rank = FIELD_REPORT.indexOf(member);
        return rank < 0 ? FIELD_REPORT.size() : rank;
    }

    private static String readable(String member) {
        String words = member.replace('_', ' ').strip();
        if (words.isEmpty()) {
            return "(no name)";
        }
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }
}
