package dev.scripta.app;

import dev.scripta.adapters.http.page.Origins;
import dev.scripta.adapters.http.page.PageSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What browsers get and may do.
 *
 * @param origins {@code scripta.origins}
 * @param pages {@code scripta.pages}
 */
record BrowserSettings(Origins origins, PageSettings pages) {

    static BrowserSettings from(Keys keys) {
        Set<String> origins = Stream.of(keys.text("scripta.origins").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toSet());
        return new BrowserSettings(keys.checked("scripta.origins", () -> new Origins(origins)),
                keys.checked("scripta.pages.policy", () -> new PageSettings(
                        keys.optional("scripta.pages.dir").map(Path::of),
                        keys.optional("scripta.pages.policy").orElse(PageSettings.STRICT),
                        Optional.of(PageSources.read()))));
    }
}
