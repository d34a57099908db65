package dev.scripta.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the build has compiled, in all modules that the root pom names: jars on the class path would lack the tests. */
final class BuiltClasses {

    private static final Path ROOT = root();
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Path MAIN = Path.of("target", "classes");
    private static final Path TESTS = Path.of("target", "test-classes");

    /** The main classes of all modules; their tests are imported too, for whoever asks a main class who uses it. */
    static final JavaClasses OF_ALL_MODULES = new ClassFileImporter()
            .importPaths(modules().flatMap(module -> Stream.of(module.resolve(MAIN), module.resolve(TESTS))).toList())
            .that(isIn(modules().map(module -> module.resolve(MAIN)).toList()));

    private BuiltClasses() {}

    /** Planted offenders, which are test classes. */
    static JavaClasses plantedIn(House house) {
        return new ClassFileImporter().importPackages(house.root());
    }

    static Stream<Path> modules() {
        try {
            return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                    .results()
                    .map((MatchResult found) -> ROOT.resolve(found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> isIn(List<Path> folders) {
        return DescribedPredicate.describe("in " + folders, type -> type.getSource()
                .filter(source -> folders.stream().anyMatch(Path.of(source.getUri())::startsWith))
                .isPresent());
    }

    /** This class is in {@code app/target/test-classes}, wherever the tests are started. */
    private static Path root() {
        try {
            Path tests = Path.of(BuiltClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return tests.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
