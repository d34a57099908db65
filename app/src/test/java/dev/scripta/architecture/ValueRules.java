package dev.scripta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A3: what never changes can be shared by all threads and compared at any time. */
final class ValueRules {

    private static final DescribedPredicate<JavaClass> VALUES = describe(
            "records, enums, interfaces or final package-private helpers",
            type -> type.isRecord() || type.isEnum() || type.isInterface() || isHelper(type));

    private ValueRules() {}

    static List<ArchRule> valuesNeverChange(House house) {
        return List.of(
                slices().matching(house.root() + ".(**)")
                        .should()
                        .beFreeOfCycles()
                        .because("decision 0001: what is in a cycle can be understood only as a whole"),
                classes().that()
                        .resideInAPackage(house.layer("model"))
                        .and()
                        .areNotAnonymousClasses()
                        .should(be(VALUES))
                        .because("design: the model is values, records checked at birth"),
                noFields().that()
                        .areDeclaredInClassesThat()
                        .areRecords()
                        .and()
                        .areNotStatic()
                        .should()
                        .haveRawType(describe("array", JavaClass::isArray))
                        .because("design: an array breaks a record's equality and can be changed from outside"),
                fields().that()
                        .areDeclaredInClassesThat(house.core().and(not(resideInAPackage(house.layer("memory")))))
                        .should()
                        .beFinal()
                        .because("design: values never change; only the in-memory adapters keep something"),
                fields().that()
                        .areStatic()
                        .should()
                        .beFinal()
                        .because("design: no static mutable state; two instances must not meet"));
    }

    private static boolean isHelper(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL) && !type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
