package dev.scripta.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** B1, B2 and B4: whom adapters know, and who knows them. */
final class AdapterRules {

    private AdapterRules() {}

    static List<ArchRule> adaptersStandAlone(House house) {
        return List.of(
                slices().matching(house.root() + ".adapters.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .because("decision 0001: adapters do not know each other"),
                noClasses().that()
                        .resideInAPackage(house.coreAndKit())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.adapters())
                        .because("decision 0001: core knows nobody"),
                noClasses().that()
                        .resideOutsideOfPackage(house.app())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.app())
                        .because("decision 0001: only the composition root knows what it is composed of"));
    }

    static List<ArchRule> adaptersUseTheirSideOfTheCore(House house) {
        return List.of(
                classes().that()
                        .resideInAPackage(house.adapter("http"))
                        .should()
                        .onlyDependOnClassesThat(resideOutsideOfPackage(house.coreAndKit())
                                .or(resideInAnyPackage(house.layers("usecase", "model", "error"))))
                        .because("decision 0001: a driving adapter calls use cases, and no port behind their back"),
                classes().that()
                        .resideInAPackage(house.adapters())
                        .and()
                        .resideOutsideOfPackage(house.adapter("http"))
                        .should()
                        .onlyDependOnClassesThat(resideOutsideOfPackage(house.coreAndKit())
                                .or(resideInAnyPackage(house.layers("port", "model", "error")))
                                .or(house.waiting()))
                        .because("decision 0001: a driven adapter implements ports and calls no use case; waiting it "
                                + "may borrow"));
    }

    static List<ArchRule> adaptersKeepTheirInsides(House house) {
        return List.of(
                noClasses().that()
                        .resideOutsideOfPackage(house.adapter("http"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.transport())
                        .because(
                                "decision 0002: transport makes good what the server lacks, and goes when it need not"),
                classes().that()
                        .resideInAPackage(house.adapters())
                        .and()
                        .areAssignableTo(house.ports())
                        .should()
                        .bePublic()
                        .andShould()
                        .haveModifier(JavaModifier.FINAL)
                        .because("design: adapters are for embedders to construct, not to extend"));
    }
}
