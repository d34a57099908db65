package dev.scripta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A5: only the application looks at the machine it runs on; everyone else is told. */
final class SurroundingsRules {

    private static final List<Ban> TIME = List.of(
            new Ban(Use.of(TemporalAccessor.class, "now").without(Clock.class)),
            new Ban(Use.of(Clock.class, "system\\w*|tick(Millis|Seconds|Minutes)")),
            new Ban(Use.of(System.class, "currentTimeMillis")),
            // One is what is injected; the others measure how long a client was waited for. No clock but this never steps back.
            new Ban(Use.of(System.class, "nanoTime"), "core.usecase.SystemTicker",
                    "adapters.http.transport.GuardedInput", "adapters.http.transport.Patience"));

    private static final List<Ban> CHANCE = List.of(
            new Ban(Use.of(Math.class, "random")),
            new Ban(Use.ofNew(Random.class).without(long.class)),
            new Ban(Use.ofNew(SplittableRandom.class).without(long.class)),
            new Ban(Use.of(ThreadLocalRandom.class, "current")),
            new Ban(Use.of(SecureRandom.class, "getInstance\\w*")),
            new Ban(Use.of(RandomGenerator.class, "of|getDefault")),
            // Names of files that live no longer than a request and that nobody is told.
            new Ban(Use.of(UUID.class, "randomUUID"), "adapters.http.transport.Spool"));

    private static final List<Ban> PLACE = List.of(
            new Ban(Use.of(ZoneId.class, "systemDefault")),
            new Ban(Use.of(TimeZone.class, "getDefault")),
            new Ban(Use.of(Locale.class, "getDefault")),
            new Ban(Use.of(String.class, "toLowerCase|toUpperCase|format|formatted").without(Locale.class)),
            new Ban(Use.of(DateTimeFormatter.class, "ofPattern").without(Locale.class)),
            new Ban(Use.of(DateTimeFormatterBuilder.class, "toFormatter").without(Locale.class)),
            new Ban(Use.of(Charset.class, "defaultCharset")),
            new Ban(Use.of(String.class, "getBytes").without(Charset.class)),
            new Ban(Use.ofNew(String.class).with(byte[].class).without(Charset.class)),
            new Ban(Use.ofNew(InputStreamReader.class).without(Charset.class, CharsetDecoder.class)),
            new Ban(Use.ofNew(OutputStreamWriter.class).without(Charset.class, CharsetEncoder.class)));

    private SurroundingsRules() {}

    static List<ArchRule> surroundingsAreInjected(House house) {
        DescribedPredicate<JavaClass> everywhere = resideInAPackage(house.coreAndKit())
                .or(resideInAPackage(house.adapters()));
        // The kit makes owners that no other run has, for its stores need not be empty.
        DescribedPredicate<JavaClass> butTheKit = house.core().or(resideInAPackage(house.adapters()));
        return Stream.of(
                TIME.stream().map(ban -> ban.in(house, everywhere, "time")),
                CHANCE.stream().map(ban -> ban.in(house, butTheKit, "chance")),
                PLACE.stream().map(ban -> ban.in(house, everywhere, "place (zone, locale, charset)")))
                .flatMap(rules -> rules)
                .toList();
    }

    /** The exempt classes that do not need to be. */
    static List<String> idleExemptions(House house, JavaClasses classes) {
        return Stream.of(TIME, CHANCE, PLACE).flatMap(List::stream).flatMap(ban -> ban.idle(house, classes)).toList();
    }

    /**
     * What is not to be used.
     *
     * @param exempt classes below the root that may use it all the same
     */
    private record Ban(Use use, List<String> exempt) {

        Ban(Use use, String... exempt) {
            this(use, List.of(exempt));
        }

        Stream<String> idle(House house, JavaClasses classes) {
            return exempt.stream()
                    .map(name -> house.root() + "." + name)
                    .filter(name -> !classes.contain(name)
                            || classes.get(name).getAccessesFromSelf().stream().noneMatch(use));
        }

        ArchRule in(House house, DescribedPredicate<JavaClass> where, String what) {
            return noClasses().that(where)
                    .and(describe("are not exempt",
                            type -> exempt.stream()
                                    .noneMatch(name -> type.getName().equals(house.root() + "." + name))))
                    .should()
                    .accessTargetWhere(use)
                    .because("design: " + what + " is injected, so that a run can be repeated anywhere");
        }
    }
}
