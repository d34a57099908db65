package dev.scripta.adapters.speech.template;

import dev.scripta.adapters.speech.json.JsonTrees;
import dev.scripta.core.model.JsonObject;

/** Field reports as models write them. */
final class FieldReports {

    private FieldReports() {}

    static JsonObject full() {
        return report(
                """
                {"patient":{"name":"Ann Lee","gender":"female","age":"54 years","nationality":"Irish","ID":"X1"},
                "scene":{"date":"today","time":"10:15","caller_phone":"555 0100","location":"Main Street 1",
                "case_code":"17","case_category":"medical","case_type":"cardiac","chief_complaint":"chest pain",
                "mechanism":null},"chief_complaint":"pain in the chest for an hour",
                "history":{"onset":"sudden","duration":"one hour","associated_symptoms":["sweating"],
                "allergies":"penicillin","medications":"aspirin","past_history":"none","last_meal":"breakfast",
                "events":"climbing stairs"},
                "vitals":{"bp_systolic":150,"bp_diastolic":90,"hr":101,"rr":18,"spo2":96.5,"temp":36.8,"gcs":15,
                "pain_scale_0_10":7},"exam":"pale","interventions":["oxygen","aspirin"],"severity":"High",
                "recommendation":"Transfer to hospital","reasoning":"Likely cardiac.","form_en":"Patient\\nAnn Lee"}""");
    }

    static JsonObject empty() {
        return report("""
                {"patient":{"name":null,"gender":null,"age":null,"nationality":null,"ID":null},
                "scene":{"date":null,"time":null,"caller_phone":null,"location":null,"case_code":null,
                "case_category":null,"case_type":null,"chief_complaint":null,"mechanism":null},"chief_complaint":null,
                "history":{"onset":null,"duration":null,"associated_symptoms":[],"allergies":null,"medications":null,
                "past_history":null,"last_meal":null,"events":null},
                "vitals":{"bp_systolic":null,"bp_diastolic":null,"hr":null,"rr":null,"spo2":null,"temp":null,
                "gcs":null,"pain_scale_0_10":null},"exam":null,"interventions":[],"severity":null,
                "recommendation":null,"reasoning":null,"form_en":null}""");
    }

    private static JsonObject report(String json) {
        return JsonTrees.object(JsonTrees.parse(json));
    }
}
