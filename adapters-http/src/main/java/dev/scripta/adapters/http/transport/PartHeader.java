package dev.scripta.adapters.http.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the headers of one part say: the field's name and, if it is a file, the client's name for it. */
record PartHeader(String field, Optional<String> fileName) {

    private static final String DISPOSITION = "content-disposition:";
    private static final int LONGEST_NAME = 255;

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
                disposition.get("filename").map(PartHeader::forDisplay));
    }

    private static String forDisplay(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }
}
