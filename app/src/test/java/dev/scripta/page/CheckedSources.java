package dev.scripta.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the page's modules as they are served, with the types of the libraries beside them, for TypeScript's compiler to
 * check. It writes nothing.
 */
final class CheckedSources {

    /** The module's folder is where its tests run. */
    private static final Path PAGE = Path.of("src/main/resources/dev/scripta/app/page");

    private static final String CONFIGURATION = """
            {
                "compilerOptions": {
                    "allowJs": true, "checkJs": true, "strict": true, "noEmit": true, "skipLibCheck": true, "noUnusedLocals": true,
                    "target": "es2022", "module": "es2022", "moduleResolution": "bundler", "types": [],
                    "lib": ["es2022", "dom", "dom.iterable", "dom.asynciterable"]
                },
                "include": ["page/**/*.js"],
                "exclude": ["page/lib"]
            }
            """;

    private final Path folder;
    private final Path compiler;

    /** Lays everything out in this folder. */
    CheckedSources(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path libraries = Files.createDirectories(folder.resolve("page/lib"));
        copy(PAGE, folder.resolve("page"));
        this.compiler = unpack("org.webjars.npm", "typescript", "webjars/typescript", folder.resolve("typescript"));
        Path lit = unpack("org.mvnpm", "lit-html", "_static/lit-html", libraries.resolve("lit-html"));
        unpackTypes(lit);
        Path sha = unpack("org.webjars.npm", "js-sha256", "webjars/js-sha256", folder.resolve("js-sha256"));
        Files.copy(sha.resolve("index.d.ts"), libraries.resolve("sha256.d.ts"));
        Files.writeString(folder.resolve("tsconfig.json"), CONFIGURATION);
    }

    /** The modules, each a path within the page. */
    List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.walk(PAGE)) {
            return files.filter(file -> file.toString().endsWith(".js")).map(PAGE::relativize).sorted().toList();
        }
    }

    /** The text of a module. */
    String read(Path module) throws IOException {
        return Files.readString(PAGE.resolve(module));
    }

    /** Adds to a module of the copy. */
    void add(Path module, String line) throws IOException {
        Path file = folder.resolve("page").resolve(module);
        Files.writeString(file, Files.readString(file) + line);
    }

    /** What the compiler finds wrong, line by line. */
    List<String> errors() throws IOException {
        Process check = Tools.node(List.of(compiler.resolve("lib/tsc.js").toString(), "--pretty", "false", "--project",
                folder.toString())).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().toList();
    }

    /** Copies a library's folder out of its jar. */
    private static Path unpack(String group, String artifact, String where, Path target) throws IOException {
        String inside = "META-INF/resources/" + where + "/" + Tools.version(group, artifact);
        try (FileSystem jar = FileSystems.newFileSystem(jarOf(group, artifact), Map.of())) {
            copy(jar.getPath(inside), target);
        }
        return target;
    }

    private static URI jarOf(String group, String artifact) {
        try {
            String file = CheckedSources.class
                    .getResource("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")
                    .toURI()
                    .toString();
            return new URI(file.substring(0, file.indexOf('!')));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its types lie in an archive within the jar, beside what is served. */
    private static void unpackTypes(Path lit) throws IOException, InterruptedException {
        Path archive = lit.resolveSibling("lit-html.tgz");
        try (FileSystem jar = FileSystems.newFileSystem(jarOf("org.mvnpm", "lit-html"), Map.of())) {
            Files.copy(jar.getPath("META-INF/.more.tgz"), archive);
        }
        int depth = 4;
        int ended = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", lit.toString(),
                "--strip-components=" + depth).inheritIO().start().waitFor();
        if (ended != 0) {
            throw new IllegalStateException("tar: " + ended);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
