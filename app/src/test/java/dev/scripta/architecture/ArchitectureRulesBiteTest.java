package dev.scripta.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** G2: a guard without a planted violation is decoration. */
final class ArchitectureRulesBiteTest {

    private static final DescribedPredicate<JavaClass> GUILTY = simpleNameStartingWith("Guilty")
            .and(DescribedPredicate.describe("no test", type -> !type.getSimpleName().endsWith("Test")));

    /** One by one: among others, one that is never reported would not be missed. */
    @ParameterizedTest
    @EnumSource
    void each_guilty_class_is_reported_by_name(Rule rule) {
        JavaClasses planted = BuiltClasses.plantedIn(house(rule));
        List<JavaClass> guilty = guilty(planted).toList();

        assertFalse(guilty.isEmpty(), "nothing is planted in " + house(rule).root());
        assertEquals(List.of(), guilty.stream()
                .filter(offender -> parts(rule).noneMatch(part -> reports(part, offender, planted)))
                .map(JavaClass::getName)
                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void each_part_of_a_rule_reports_somebody(Rule rule) {
        JavaClasses planted = BuiltClasses.plantedIn(house(rule));

        assertEquals(List.of(), parts(rule)
                .filter(part -> guilty(planted).noneMatch(offender -> reports(part, offender, planted)))
                .map(ArchRule::getDescription)
                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_innocent_are_spared(Rule rule) {
        JavaClasses innocent = BuiltClasses.plantedIn(house(rule)).that(DescribedPredicate.not(GUILTY));

        assertEquals(List.of(), parts(rule)
                .flatMap(part -> part.evaluate(innocent).getFailureReport().getDetails().stream())
                .toList());
    }

    /** A ban on a package that does not exist forbids nothing. */
    @Test
    void each_library_is_used_somewhere() {
        List<JavaClasses> used = List.of(BuiltClasses.OF_ALL_MODULES, BuiltClasses.plantedIn(house(Rule.B3)));

        assertEquals(List.of(), LibraryRules.HOMES.stream()
                .flatMap(home -> home.libraries().stream())
                .filter(library -> used.stream().flatMap(JavaClasses::stream).noneMatch(type -> uses(type, library)))
                .toList());
    }

    private static House house(Rule rule) {
        return new House("dev.scripta.archfixture." + rule.name().toLowerCase(Locale.ROOT));
    }

    private static Stream<ArchRule> parts(Rule rule) {
        return rule.in(house(rule)).stream();
    }

    private static Stream<JavaClass> guilty(JavaClasses planted) {
        return planted.stream().filter(GUILTY);
    }

    private static boolean reports(ArchRule part, JavaClass offender, JavaClasses planted) {
        JavaClasses offenderAmongInnocent = planted
                .that(DescribedPredicate.not(GUILTY).or(DescribedPredicate.equalTo(offender)));
        return part.evaluate(offenderAmongInnocent)
                .getFailureReport()
                .getDetails()
                .stream()
                .anyMatch(line -> line.contains(offender.getName()));
    }

    private static boolean uses(JavaClass type, String library) {
        return type.getDirectDependenciesFromSelf()
                .stream()
                .anyMatch(use -> JavaClass.Predicates.resideInAPackage(library).test(use.getTargetClass()));
    }
}
