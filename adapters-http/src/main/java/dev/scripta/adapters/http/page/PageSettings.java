package dev.scripta.adapters.http.page;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is served at {@code /} and beside it.
 *
 * @param folder has the operator's pages; empty for none
 * @param policy their content security policy (CSP level 3)
 * @param page served where the operator has no pages; empty to lead to the API's documentation
 */
public record PageSettings(Optional<Path> folder, String policy, Optional<Page> page) {

    private static final Pattern VISIBLE = Pattern.compile("[ -~]*[!-~][ -~]*");

    /** Scripts from files of the pages' own; styles also in place; no plug-ins, no frames, no other sites. */
    public static final String STRICT =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                    + "media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** No pages. */
    public static final PageSettings NONE = new PageSettings(Optional.empty(), STRICT);

    /** The operator's pages, or none. */
    public PageSettings(Optional<Path> folder, String policy) {
        this(folder, policy, Optional.empty());
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException for a policy that no header can carry
     */
    public PageSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(page, "page");
        if (!VISIBLE.matcher(policy).matches()) {
            throw new IllegalArgumentException("the policy of pages must be visible ASCII characters and blanks");
        }
    }
}
