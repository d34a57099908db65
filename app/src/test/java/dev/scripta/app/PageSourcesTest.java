package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The files of Scripta's own page belong together. */
final class PageSourcesTest {

    private static final int BUDGET = 150_000;
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\\(?[\"'](\\.[^\"']+)[\"']");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"/page/\\{version}/([^\"]+)\"");

    private final Map<String, byte[]> files = PageSources.files();

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private List<String> found(Pattern pattern, String name) {
        return pattern.matcher(text(name)).results().map((MatchResult result) -> result.group(1)).toList();
    }

    private Set<String> modules() {
        return files.keySet()
                .stream()
                .filter(name -> name.endsWith(".js"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everything_that_is_imported_or_linked_is_there_and_nothing_else() {
        Set<String> wanted = new TreeSet<>(found(LINK, "index.html"));
        wanted.add("index.html");
        for (String module : modules()) {
            found(IMPORT, module).forEach(
                    name -> wanted.add(Path.of(module).resolveSibling(name).normalize().toString().replace('\\', '/')));
        }
        assertEquals(new TreeSet<>(files.keySet()), wanted);
        assertTrue(modules().size() > 20, "modules are read at all");
    }

    @Test
    void packed_it_stays_within_its_budget() throws IOException {
        int sum = 0;
        for (byte[] bytes : files.values()) {
            sum += packed(bytes);
        }
        assertTrue(sum < BUDGET, sum + " bytes");
    }

    private static int packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    @Test
    void no_text_becomes_markup_and_no_markup_runs() {
        for (String module : modules()) {
            if (!module.startsWith("lib/")) {
                assertFalse(text(module).matches(
                        "(?s).*(innerHTML|outerHTML|insertAdjacentHTML|unsafe-html|document\\.write).*"),
                        module);
            }
        }
        assertFalse(text("index.html").matches("(?s).*(<script(?![^>]+src=)|\\son\\w+=|\\sstyle=|<style).*"));
    }
}
