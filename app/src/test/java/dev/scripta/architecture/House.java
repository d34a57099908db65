package dev.scripta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where things are below a root package: the real one, or that of planted offenders.
 *
 * @param root the package in which {@code core}, {@code adapters} and {@code app} are
 */
record House(String root) {

    static final House SCRIPTA = new House("dev.scripta");

    /** Everything of ours. */
    String all() {
        return root + "..";
    }

    String app() {
        return root + ".app..";
    }

    /** The one place that knows how metrics are kept. */
    String metrics() {
        return root + ".app.metrics..";
    }

    String adapters() {
        return root + ".adapters..";
    }

    String adapter(String name) {
        return root + ".adapters." + name + "..";
    }

    /** The one place that knows how people sign in. */
    String signIn() {
        return root + ".adapters.http.account..";
    }

    /** The inside of the HTTP adapter. */
    String transport() {
        return root + ".adapters.http.transport..";
    }

    /** The one place that knows how documents are made. */
    String exports() {
        return root + ".adapters.http.export..";
    }

    /** The core together with its contract kit, which is a module of its own. */
    String coreAndKit() {
        return root + ".core..";
    }

    /** The contract kit. */
    String kit() {
        return layer("tck");
    }

    String layer(String name) {
        return root + ".core." + name + "..";
    }

    String[] layers(String... names) {
        return Stream.of(names).map(this::layer).toArray(String[]::new);
    }

    /** The core without its contract kit. */
    DescribedPredicate<JavaClass> core() {
        return resideInAPackage(coreAndKit()).and(DescribedPredicate.not(resideInAPackage(kit()))).as("core");
    }

    /** The interfaces that adapters implement. */
    DescribedPredicate<JavaClass> ports() {
        return resideInAPackage(layer("port")).and(JavaClass.Predicates.INTERFACES).as("ports");
    }

    /** How the core waits, which adapters may do likewise: time is injected everywhere. */
    DescribedPredicate<JavaClass> waiting() {
        return resideInAPackage(layer("usecase"))
                .and(describe("waiting", type -> Set.of("Ticker", "Backoff").contains(type.getSimpleName())));
    }

    /** The class in whose file it is. */
    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(House::outermost).orElse(type);
    }
}
