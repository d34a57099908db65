package dev.scripta.app;

import dev.scripta.adapters.http.page.Page;
import dev.scripta.adapters.http.page.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects Scripta's own page: its files beside this class, and those of the two libraries that it uses (decision 0025). */
final class PageSources {

    private static final String START = "page/" + Page.START;
    private static final List<String> LIT = List.of("lit-html.js", "directive.js", "directive-helpers.js",
            "directives/repeat.js");

    private PageSources() {}

    static Page read() {
        return new Page(files());
    }

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = own();
        String lit = "/META-INF/resources/_static/lit-html/" + Resource.versionOf("org.mvnpm/lit-html") + "/";
        LIT.forEach(name -> files.put("lib/lit-html/" + name, Resource.named(lit + name).bytes()));
        files.put("lib/sha256.js", Resource.named("/META-INF/resources/webjars/js-sha256/"
                + Resource.versionOf("org.webjars.npm/js-sha256") + "/build/sha256.min.js").bytes());
        return files;
    }

    /** All files of the folder, whether it lies in a jar or not. */
    private static Map<String, byte[]> own() {
        URL start = Objects.requireNonNull(PageSources.class.getResource(START), START);
        try {
            if (!start.getProtocol().equals("jar")) {
                return in(folder(Path.of(start.toURI())));
            }
            String jar = start.toString();
            try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(
                    jar.substring("jar:".length(), jar.indexOf("!/")))))) {
                return in(folder(files.getPath(jar.substring(jar.indexOf("!/") + 1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent(), "folder");
    }

    private static Map<String, byte[]> in(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
