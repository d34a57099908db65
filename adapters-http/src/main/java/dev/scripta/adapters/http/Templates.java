package dev.scripta.adapters.http;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The analysis templates that are known.
 *
 * @param all the one in force first; no two of one name
 */
public record Templates(List<Template> all) {

    /** None is known. */
    public static final Templates NONE = new Templates(List.of());

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    public Templates {
        all = List.copyOf(all);
        if (all.stream().map(Template::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("templates need names of their own");
        }
    }

    /** Finds in analyses what lists of conversations show. */
    Titles titles() {
        return all.isEmpty()
                ? Titles.NONE
                : new Titles(all.stream().collect(Collectors.toMap(Template::name, Template::title)),
                        all.getFirst().title());
    }
}
