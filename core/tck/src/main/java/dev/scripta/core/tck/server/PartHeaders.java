package dev.scripta.core.tck.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of one part of a form (RFC 7578).
 *
 * @param field the name of the form's field
 * @param fileName of a file
 * @param type the declared content type
 */
record PartHeaders(String field, Optional<String> fileName, Optional<String> type) {

    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"\r\n]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)[;\\s]filename=\"([^\"\r\n]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:[ \\t]*([^\r\n]+?)[ \\t]*$");
    private static final Pattern DISPOSITION = Pattern.compile("(?im)^content-disposition:[ \\t]*form-data;[^\r\n]*$");

    static PartHeaders of(String lines) throws MalformedFormException {
        String disposition = first(DISPOSITION, 0, lines)
                .orElseThrow(() -> new MalformedFormException("a part of a form has no content disposition"));
        String field = first(NAME, 1, disposition)
                .orElseThrow(() -> new MalformedFormException("a part of a form has no name"));
        return new PartHeaders(field, first(FILE_NAME, 1, disposition), first(TYPE, 1, lines));
    }

    /** Servers take a part for a file when it has a file name. */
    boolean isFile() {
        return fileName.isPresent();
    }

    private static Optional<String> first(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }
}
