package dev.scripta.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * The rules of the house. Each is true of the compiled main classes ({@link ArchitectureTest}) and is known to bite
 * ({@link ArchitectureRulesBiteTest}).
 */
enum Rule {

    /** The core uses the JDK alone. */
    A1(CoreRules::jdkAlone),
    /** The layers of the core look inwards. */
    A2(CoreRules::layersLookInwards),
    /** Packages have no cycles, and values never change. */
    A3(ValueRules::valuesNeverChange),
    /** Use cases are final, take ports and do not call each other. */
    A4(UseCaseRules::useCasesStandAlone),
    /** Time, chance, zone, locale and charset come from outside. */
    A5(SurroundingsRules::surroundingsAreInjected),
    /** Failures are our own and go through no side door. */
    A6(FailureRules::failuresAreOurOwn),
    /** Ports speak the core's language. */
    A7(CoreRules::portsSpeakTheCoresLanguage),
    /** Adapters do not see one another, and nobody sees the application. */
    B1(AdapterRules::adaptersStandAlone),
    /** Driving adapters call use cases, driven ones implement ports. */
    B2(AdapterRules::adaptersUseTheirSideOfTheCore),
    /** Each library has one home. */
    B3(LibraryRules::librariesHaveHomes),
    /** Adapters keep their insides to themselves. */
    B4(AdapterRules::adaptersKeepTheirInsides),
    /** Every implementer of a port passes that port's contract. */
    B5(ContractRules::implementersPassTheContract);

    /** References to static methods: nothing that could change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<House, List<ArchRule>> parts;

    Rule(Function<House, List<ArchRule>> parts) {
        this.parts = parts;
    }

    /** What the rule says of the classes below a root, part by part. */
    List<ArchRule> in(House house) {
        return parts.apply(house);
    }
}
