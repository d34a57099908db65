package dev.scripta.page;

import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conversations of somebody's day, invented. */
final class Day {

    /** How many conversations there are. */
    static final int SIZE = 8;

    /** An analysis of the general kind. */
    static final String GENERAL = """
            {"title": "Notes from Monday's meeting", "summary": "Ben will send his notes from the budget meeting before the \
            end of the day. Sales were better than expected, so the training can take place in March.",
            "topics": ["budget", "training", "sales"],
            "decisions": [{"text": "The training takes place in March."}],
            "action_items": [{"text": "Send the notes", "owner": "Ben", "due": "today"},
            {"text": "Book a room for the training", "owner": "Ann", "due": "next week"}],
            "questions": [{"text": "Who pays for the trainer?"}], "mood": "Relaxed and friendly."}""";

    private static final String REPORT = """
            {"patient": {"name": "Anna O'Neil", "gender": "female", "age": "64", "nationality": "Irish", "ID": null},
            "scene": {"date": "2026-11-21", "time": "07:20", "caller_phone": null, "location": "12 Main Street, Dublin",
            "case_code": "17-D-3", "case_type": "Urgent call", "mechanism": null},
            "chief_complaint": "Pressure behind the breastbone",
            "history": {"onset": "two hours ago", "duration": "constant", "associated_symptoms": ["sweating", "nausea"],
            "allergies": "penicillin", "medications": "aspirin 81 mg", "past_history": "hypertension",
            "last_meal": "porridge", "events": "climbing stairs"},
            "vitals": {"bp_systolic": 151, "bp_diastolic": 93, "hr": 104, "rr": 22, "spo2": 94, "temp": 36.7, "gcs": 15,
            "pain_scale_0_10": 8},
            "exam": "Pale, diaphoretic", "interventions": ["oxygen 4 L", "line in the left arm"], "severity": "Very High",
            "recommendation": "Transfer to hospital",
            "reasoning": "Pressure behind the breastbone; an infarction cannot be ruled out.", "form_en": null}""";

    private static final List<String> OTHERS = List.of("Handover of the night shift", "Interview with a new colleague",
            "Call with the landlord", "Plans for the summer party", "Physiotherapy, third visit",
            "Budget of the choir");

    private Day() {}

    /** Fills an empty list. */
    static void fill(Scene scene) throws IOException, InterruptedException {
        Client client = scene.client();
        for (String title : OTHERS) {
            client.save(title, title + ".", "{\"title\": \"" + title + "\"}");
        }
        record(scene, client, "field-report", REPORT, "She says it feels like a weight on her chest.",
                "It began two hours ago, on the stairs.", "Blood pressure one fifty-one over ninety-three.");
        record(scene, client, "general", GENERAL, "Good morning. Did you get the notes from the meeting on Monday?",
                "Not yet. I will send them before the end of the day.",
                "Thank you. Our sales in the last quarter were better than we expected.",
                "Then the training can take place in March.");
        scene.query(
                "WITH aged AS (UPDATE conversation c SET created_at = c.created_at - (later.many - 1) * interval '19 hours'"
                        + " FROM (SELECT id, count(*) OVER (ORDER BY created_at DESC) AS many FROM conversation) later"
                        + " WHERE later.id = c.id RETURNING 1) SELECT count(*) FROM aged");
        scene.scripta()
                .engines()
                .hear(Transcript.of("The delivery comes on Friday."), "general",
                        Trees.object("{\"title\": \"Delivery on Friday\"}"));
    }

    /** One that was heard and analysed, under a session of the template's name. */
    private static void record(Scene scene, Client client, String template, String analysis, String... sentences)
            throws IOException, InterruptedException {
        List<Segment> segments = new ArrayList<>();
        for (String sentence : sentences) {
            Duration start = Duration.ofSeconds(5L * segments.size());
            segments.add(new Segment(start, start.plusSeconds(4), sentence));
        }
        scene.scripta()
                .engines()
                .hear(new Transcript(String.join("\n", sentences), Optional.of("en"), segments,
                        Optional.of("whisper")), template, Trees.object(analysis));
        client.upload(template, Files.readAllBytes(Sample.named("conversation-60s.wav")));
    }

    /** The number of that conversation. */
    static long idOf(Scene scene, String session) {
        return scene.query("SELECT id FROM conversation WHERE session_id = '" + session + "'");
    }
}
