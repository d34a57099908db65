package dev.scripta.adapters.http.transport;

/**
 * How large a form may be.
 *
 * @param body       whole multipart body, in bytes, with all that surrounds the parts
 * @param file       one file, in bytes
 * @param text       one text field, in bytes of UTF-8
 * @param urlEncoded whole body of a form without files, in bytes as sent; it is held in memory
 * @param parts      number of parts or fields, known and unknown
 */
public record FormLimits(long body, long file, int text, int urlEncoded, int parts) {

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is not positive, or too large for memory
     */
    public FormLimits {
        boolean positive = body > 0 && file > 0 && text > 0 && urlEncoded > 0 && parts > 0;
        if (!positive || Math.max(Math.max(text, urlEncoded), parts) == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("limits must be positive, and those in memory below 2 GiB: body "
                    + body + ", file " + file + ", text " + text + ", urlEncoded " + urlEncoded + ", parts " + parts);
        }
    }
}
