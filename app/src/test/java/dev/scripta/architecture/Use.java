package dev.scripta.architecture;

import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The use of a method or constructor, be it called or referred to; told by its owner, its name and its parameters. */
final class Use extends DescribedPredicate<JavaAccess<?>> {

    private final Class<?> owner;
    private final Pattern name;
    private final Predicate<CodeUnitAccessTarget> parameters;

    private Use(String description, Class<?> owner, Pattern name, Predicate<CodeUnitAccessTarget> parameters) {
        super(description);
        this.owner = owner;
        this.name = name;
        this.parameters = parameters;
    }

    /** The methods of a class or of what extends it, by a regular expression. */
    static Use of(Class<?> owner, String names) {
        return new Use(owner.getSimpleName() + "." + names, owner, Pattern.compile(names), target -> true);
    }

    /** The constructors of a class or of what extends it. */
    static Use ofNew(Class<?> owner) {
        return new Use("new " + owner.getSimpleName(), owner, Pattern.compile(Pattern.quote(CONSTRUCTOR_NAME)),
                target -> true);
    }

    /** Only of those that take one. */
    Use with(Class<?> parameter) {
        return new Use(getDescription() + " with " + parameter.getSimpleName(), owner, name,
                parameters.and(target -> takes(target, parameter)));
    }

    /** Only of those that take none of these. */
    Use without(Class<?>... those) {
        return Stream.of(those)
                .reduce(this, (use, parameter) -> new Use(
                        use.getDescription() + " without " + parameter.getSimpleName(), owner, name,
                        use.parameters.and(target -> !takes(target, parameter))), (one, other) -> one);
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getOwner().isAssignableTo(owner)
                && name.matcher(target.getName()).matches()
                && parameters.test(target);
    }

    private static boolean takes(CodeUnitAccessTarget target, Class<?> parameter) {
        return target.getRawParameterTypes().stream().anyMatch((JavaClass type) -> type.isEquivalentTo(parameter));
    }
}
