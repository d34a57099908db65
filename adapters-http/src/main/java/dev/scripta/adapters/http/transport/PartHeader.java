package dev.scripta.adapters.http.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the headers of one part say.
 *
 * @param field the field's name
 * @param fileName what the client calls the file, if it is one; a hint and never a path of ours
 */
record PartHeader(String field, Optional<String> fileName) {

    private static final String DISPOSITION = "content-disposition:";

    /**
     * Finds the one header that matters. All others are left unread, above all Content-Length.
     *
     * @throws RefusedException 400 if it is missing or names no field
     */
    static PartHeader parse(List<String> lines) {
        HeaderParameters disposition = lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION))
                .map(line -> HeaderParameters.parse(line.substring(DISPOSITION.length())))
                .filter(header -> header.value().equals("form-data"))
                .findFirst()
                .orElseThrow(RefusedException::malformed);
        return new PartHeader(
                disposition.get("name").orElseThrow(RefusedException::malformed),
                disposition.get("filename"));
    }
}
