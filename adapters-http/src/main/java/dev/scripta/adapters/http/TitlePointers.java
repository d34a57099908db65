package dev.scripta.adapters.http;

import dev.scripta.core.model.JsonPointer;
import java.util.Objects;
import java.util.Optional;

/**
 * Where analyses of one shape have what the list of conversations shows.
 *
 * @param patientName whom it is about; empty when the shape has no such value
 * @param chiefComplaint what it is about; likewise
 */
public record TitlePointers(Optional<JsonPointer> patientName, Optional<JsonPointer> chiefComplaint) {

    /** Members of the names that the wire has, in the object itself: what is looked for where no pointer finds anything. */
    static final TitlePointers MEMBERS = new TitlePointers(Optional.of(new JsonPointer("/patient_name")),
            Optional.of(new JsonPointer("/chief_complaint")));

    /** Checks presence. */
    public TitlePointers {
        Objects.requireNonNull(patientName, "patientName");
        Objects.requireNonNull(chiefComplaint, "chiefComplaint");
    }
}
