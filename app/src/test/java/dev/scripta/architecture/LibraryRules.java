package dev.scripta.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** B3: each library has one home, so that changing it changes one module. */
final class LibraryRules {

    /** A dead pattern protects nothing: {@link ArchitectureRulesBiteTest} sees to it that each package is used. */
    static final List<Home> HOMES = List.of(
            new Home("the web server", house -> List.of(house.adapter("http"), house.app(), house.kit()),
                    List.of("io.helidon.webserver..", "io.helidon.http..", "io.helidon.logging..",
                            "com.sun.net.httpserver..")),
            new Home("the database", Home.adapterAndApp("postgres"),
                    List.of("io.helidon.dbclient..", "java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer..",
                            "org.flywaydb..")),
            new Home("speech and language engines", house -> List.of(house.adapter("speech")),
                    List.of("edu.cmu.sphinx..", "opennlp..", "org.bytedeco..", "java.net.http..", "dev.langchain4j..",
                            "io.github.givimad..", "com.networknt..", "com.fasterxml.jackson..")),
            new Home("configuration and command line", house -> List.of(house.app()),
                    List.of("io.helidon.config..", "io.zonky..", "picocli..")),
            new Home("documents", house -> List.of(house.exports()), List.of("org.openpdf..")),
            new Home("sign-in", house -> List.of(house.signIn()),
                    List.of("org.bouncycastle..", "io.helidon.security..", "io.github.bucket4j..", "net.coobird..",
                            "com.twelvemonkeys..", "javax.imageio..")),
            new Home("metrics", house -> List.of(house.metrics()), List.of("io.prometheus..")));

    private LibraryRules() {}

    /**
     * What lives where.
     *
     * @param what for people
     * @param where the packages of ours that may use it
     * @param libraries the packages to be used there alone
     */
    record Home(String what, Function<House, List<String>> where, List<String> libraries) {

        static Function<House, List<String>> adapterAndApp(String adapter) {
            return house -> List.of(house.adapter(adapter), house.app());
        }

        String[] in(House house) {
            return where.apply(house).toArray(String[]::new);
        }
    }

    static List<ArchRule> librariesHaveHomes(House house) {
        return HOMES.stream().map(home -> rule(home, house)).toList();
    }

    private static ArchRule rule(Home home, House house) {
        return noClasses().that()
                .resideOutsideOfPackages(home.in(house))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(home.libraries().toArray(String[]::new))
                .because("decision 0001: " + home.what() + " can be replaced in one module");
    }
}
