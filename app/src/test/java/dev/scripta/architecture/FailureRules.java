package dev.scripta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A6: what goes wrong is told by exceptions of ours, and by nothing else. */
final class FailureRules {

    static final DescribedPredicate<JavaClass> CHECKED = assignableTo(Throwable.class)
            .and(not(assignableTo(RuntimeException.class)))
            .and(not(assignableTo(Error.class)))
            .as("checked exception");

    private FailureRules() {}

    static List<ArchRule> failuresAreOurOwn(House house) {
        return List.of(
                noClasses().that()
                        .resideInAPackage(house.all())
                        .and()
                        .doNotHaveFullyQualifiedName(house.root() + ".app.Main")
                        .should(ACCESS_STANDARD_STREAMS)
                        .because("design: spoken text never reaches a log, where standard streams may end; "
                                + "Main hands its output to the command that answers on it"),
                noClasses().that()
                        .resideInAPackage(house.all())
                        .should(THROW_GENERIC_EXCEPTIONS)
                        .because("design: a caller must be able to tell failures apart"),
                classes().that()
                        .resideInAPackage(house.all())
                        .and()
                        .areAssignableTo(Throwable.class)
                        .should()
                        .haveSimpleNameEndingWith("Exception")
                        .because("design: a reader must see what is thrown"),
                classes().that(house.core())
                        .and()
                        .areAssignableTo(Throwable.class)
                        .should()
                        .beAssignableTo(house.root() + ".core.error.ScriptaException")
                        .because("design: one sealed root"),
                classes().that()
                        .resideInAPackage(house.adapters())
                        .and()
                        .resideOutsideOfPackage(house.transport())
                        .and()
                        .areAssignableTo(Throwable.class)
                        .should()
                        .notBePublic()
                        .because("design: what leaves an adapter is a ScriptaException"));
    }
}
