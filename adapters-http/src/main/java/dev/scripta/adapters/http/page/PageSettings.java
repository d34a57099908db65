package dev.scripta.adapters.http.page;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The operator's pages.
 *
 * @param folder has them; empty for none
 * @param policy their content security policy (CSP level 3)
 */
public record PageSettings(Optional<Path> folder, String policy) {

    private static final Pattern VISIBLE = Pattern.compile("[ -~]*[!-~][ -~]*");

    /** Scripts from files of the pages' own; styles also in place; no plug-ins, no frames, no other sites. */
    public static final String STRICT =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                    + "media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** No pages. */
    public static final PageSettings NONE = new PageSettings(Optional.empty(), STRICT);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException for a policy that no header can carry
     */
    public PageSettings {
        Objects.requireNonNull(folder, "folder");
        if (!VISIBLE.matcher(policy).matches()) {
            throw new IllegalArgumentException("the policy of pages must be visible ASCII characters and blanks");
        }
    }
}
