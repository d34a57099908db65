package dev.scripta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.allElements;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** A4: a use case is a final class with its ports in the constructor. */
final class UseCaseRules {

    private UseCaseRules() {}

    static List<ArchRule> useCasesStandAlone(House house) {
        DescribedPredicate<JavaClass> useCases = useCases(house);
        DescribedPredicate<JavaClass> ingredients = house.ports()
                .or(resideInAPackage(house.layer("model")))
                .or(shared(house, "Stores"))
                .or(shared(house, "Claims"))
                .or(shared(house, "OrderClock"))
                .or(shared(house, "WorkBoard"))
                .or(name(Clock.class.getName()))
                .or(name(RandomGenerator.class.getName()))
                .as("ports, values of the model, Stores, Claims, OrderClock, WorkBoard, Clock or RandomGenerator");
        return List.of(
                classes().that(useCases)
                        .should()
                        .haveModifier(JavaModifier.FINAL)
                        .because("decision 0001: use cases are final classes"),
                constructors().that()
                        .areDeclaredInClassesThat(useCases)
                        .should()
                        .haveRawParameterTypes(allElements(ingredients))
                        .because("decision 0001: use cases have their ports in the constructor and need nothing else"),
                classes().that()
                        .resideInAPackage(house.layer("usecase"))
                        .should(notUseAnother(useCases))
                        .because("decision 0001: no use case calls another"));
    }

    /** What is public and takes the stores; other classes beside them are results and shared parts such as OrderClock. */
    private static DescribedPredicate<JavaClass> useCases(House house) {
        DescribedPredicate<JavaClass> stores = shared(house, "Stores");
        return resideInAPackage(house.layer("usecase"))
                .and(modifier(JavaModifier.PUBLIC))
                .and(describe("take the stores", type -> type.getConstructors()
                        .stream()
                        .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                        .anyMatch(stores)))
                .as("use cases");
    }

    private static DescribedPredicate<JavaClass> shared(House house, String simpleName) {
        return describe(simpleName,
                type -> type.getName().equals(house.root() + ".core.usecase." + simpleName));
    }

    /** Nested classes belong to the use case around them. */
    private static ArchCondition<JavaClass> notUseAnother(DescribedPredicate<JavaClass> useCases) {
        return new ArchCondition<>("not use another use case") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf()
                        .stream()
                        .filter(use -> useCases.test(use.getTargetClass()))
                        .filter(use -> !House.outermost(use.getTargetClass()).equals(House.outermost(type)))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }
}
