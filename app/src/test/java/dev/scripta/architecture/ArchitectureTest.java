package dev.scripta.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house is as {@link Rule} says. */
final class ArchitectureTest {

    private static final JavaClasses CLASSES = BuiltClasses.OF_ALL_MODULES;

    /** A quarter less than there was when this was written. */
    private static final int FEWEST_CLASSES = 200;

    @ParameterizedTest
    @EnumSource
    void the_rule_holds(Rule rule) {
        assertAll(rule.in(House.SCRIPTA).stream().map(part -> () -> part.check(CLASSES)));
    }

    /** G1: on classes that were not imported, every rule holds. */
    @Test
    void all_classes_were_imported() {
        assertTrue(CLASSES.size() >= FEWEST_CLASSES, () -> "only " + CLASSES.size()
                + " classes were found: build all modules first");
    }

    /** G1: a rule about a package that was renamed forbids nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"core.model", "core.port", "core.usecase", "core.error", "core.memory", "core.tck",
            "adapters.http", "adapters.http.transport", "adapters.postgres", "adapters.speech", "app"})
    void the_package_that_rules_name_has_classes(String name) {
        assertTrue(CLASSES.containPackage(House.SCRIPTA.root() + "." + name));
    }

    @Test
    void no_class_is_exempt_without_need() {
        assertEquals(List.of(), SurroundingsRules.idleExemptions(House.SCRIPTA, CLASSES));
    }
}
