package dev.scripta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * B5: every implementer of a port has a test that extends the port's contract. It must be imported together with the test
 * classes; which of them count as main code is for the caller to say.
 */
final class ContractRules {

    private ContractRules() {}

    static List<ArchRule> implementersPassTheContract(House house) {
        return List.of(classes().that()
                .areAssignableTo(house.ports())
                .and(not(INTERFACES))
                .and(not(modifier(JavaModifier.ABSTRACT)))
                // What a port answers with may be an interface beside it, too.
                .and(not(resideInAPackage(house.layer("port"))))
                .should(passTheContract(house))
                .because("decision 0008: an adapter is right when it passes the contract kit"));
    }

    private static ArchCondition<JavaClass> passTheContract(House house) {
        DescribedPredicate<JavaClass> ports = house.ports();
        return new ArchCondition<>("pass the contract of their port in <name>Test or <name>IT") {
            @Override
            public void check(JavaClass implementer, ConditionEvents events) {
                implementer.getAllRawInterfaces().stream().filter(ports).forEach(port -> {
                    String contract = house.root() + ".core.tck." + port.getSimpleName() + "Contract";
                    boolean passes = testsExtending(contract, port).anyMatch(test -> isTestOf(test, implementer));
                    String message = "%s: no test named after it extends %s".formatted(implementer.getName(), contract);
                    events.add(new SimpleConditionEvent(implementer, passes, message));
                });
            }
        };
    }

    /** Whoever tests an adapter names its port, or inherits from a class that does. */
    private static Stream<JavaClass> testsExtending(String contract, JavaClass port) {
        return port.getDirectDependenciesToSelf()
                .stream()
                .map(Dependency::getOriginClass)
                .flatMap(user -> Stream.concat(Stream.of(user), user.getAllSubclasses().stream()))
                .filter(user -> user.isAssignableTo(contract))
                .filter(not(modifier(JavaModifier.ABSTRACT)));
    }

    /** The name alone could lie: the test must reach what it is named after. */
    private static boolean isTestOf(JavaClass test, JavaClass implementer) {
        String name = House.outermost(test).getSimpleName();
        boolean named = name.equals(implementer.getSimpleName() + "Test")
                || name.equals(implementer.getSimpleName() + "IT");
        return named && test.getTransitiveDependenciesFromSelf()
                .stream()
                .anyMatch(use -> use.getTargetClass().equals(implementer));
    }
}
