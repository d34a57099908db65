package dev.scripta.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages and documents tell users which setting to change: there must be one of that name. */
class SettingNamesTest {

    private static final Pattern NAME = Pattern.compile("SCRIPTA(?:_[A-Z0-9]+)+\\b(?!_)");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Set<String> OF_THE_LAUNCHER = Set.of("SCRIPTA_JAVA_OPTIONS");

    @Test
    void every_setting_that_is_named_exists() throws IOException {
        Set<String> named = named();
        assertTrue(named.size() > 20, named::toString);
        named.removeAll(existing());
        named.removeAll(OF_THE_LAUNCHER);
        assertEquals(Set.of(), named);
    }

    private static Set<String> existing() {
        return Config.builder(ConfigSources.classpath("application.yaml"))
                .disableEnvironmentVariablesSource()
                .disableSystemPropertiesSource()
                .build()
                .asMap()
                .get()
                .keySet()
                .stream()
                .map(key -> key.toUpperCase(Locale.ROOT).replace('.', '_'))
                .collect(Collectors.toSet());
    }

    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path file : files()) {
            NAME.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(named::add);
        }
        return named;
    }

    /** Only what is committed: beside it, files come and go while others build and test. */
    private static Set<Path> files() throws IOException {
        Set<Path> files = new HashSet<>(Set.of(RunningScripta.PROJECT.resolve("README.md")));
        files.addAll(below(RunningScripta.PROJECT.resolve("docs"), 1, ".md"));
        for (String module : MODULE.matcher(Files.readString(RunningScripta.PROJECT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            files.addAll(below(RunningScripta.PROJECT.resolve(module).resolve("src/main"), Integer.MAX_VALUE, ".java"));
        }
        return files;
    }

    private static Set<Path> below(Path folder, int depth, String kind) throws IOException {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(path -> path.toString().endsWith(kind)).collect(Collectors.toSet());
        }
    }
}
