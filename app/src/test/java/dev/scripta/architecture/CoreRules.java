package dev.scripta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;

/** A1, A2 and A7: what the core may know. */
final class CoreRules {

    /** Enough for values, ports and use cases; files are read, never networks or processes. */
    private static final DescribedPredicate<JavaClass> JDK = resideInAnyPackage("java.lang", "java.util..",
            "java.time..",
            "java.io", "java.math", "java.nio.file..", "java.nio.charset")
            .or(belongToAnyOf(ByteBuffer.class, MessageDigest.class, DigestInputStream.class,
                    NoSuchAlgorithmException.class, Normalizer.class, Normalizer.Form.class));

    /** Whom each layer of the core, and the contract kit, may use besides itself. */
    private static final Map<String, Set<String>> INWARDS = Map.of(
            "model", Set.of(),
            "error", Set.of("model"),
            "port", Set.of("model", "error"),
            "usecase", Set.of("model", "error", "port"),
            "memory", Set.of("model", "error", "port"),
            "tck", Set.of("model", "error", "port"));

    private CoreRules() {}

    static List<ArchRule> jdkAlone(House house) {
        return List.of(classes().that(house.core())
                .should()
                .onlyDependOnClassesThat(house.core().or(JDK))
                .because("decision 0011: the core requires nothing, so that any program can embed it"));
    }

    static List<ArchRule> layersLookInwards(House house) {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        INWARDS.keySet().forEach(layer -> layers.layer(layer).definedBy(house.layer(layer)));
        INWARDS.forEach((layer, inner) -> {
            LayerDependencySpecification where = layers.whereLayer(layer);
            if (inner.isEmpty()) {
                where.mayNotAccessAnyLayer();
            } else {
                where.mayOnlyAccessLayers(inner.toArray(String[]::new));
            }
        });
        return List.of(layers
                .ensureAllClassesAreContainedInArchitectureIgnoring(resideOutsideOfPackage(house.coreAndKit()))
                .because("decisions 0001 and 0008: dependencies point inwards, and nothing in the core uses memory"));
    }

    static List<ArchRule> portsSpeakTheCoresLanguage(House house) {
        DescribedPredicate<JavaClass> language = resideInAnyPackage(house.layers("model", "error", "port"))
                .or(resideInAnyPackage("java.."))
                .or(describe("primitive", JavaClass::isPrimitive));
        return List.of(
                methods().that()
                        .areDeclaredInClassesThat(house.ports())
                        .should(mentionOnly(language))
                        .because("decision 0001: an adapter is written against the core and nothing else"),
                methods().that()
                        .areDeclaredInClassesThat(house.ports())
                        .should()
                        .notDeclareThrowableOfType(FailureRules.CHECKED)
                        .because("design: one unchecked root; adapters translate what vendors throw"));
    }

    private static ArchCondition<JavaMethod> mentionOnly(DescribedPredicate<JavaClass> language) {
        return ArchConditions.have(describe("only types of the core or of java in their signature",
                method -> method.getAllInvolvedRawTypes()
                        .stream()
                        .map(JavaClass::getBaseComponentType)
                        .allMatch(language)));
    }
}
