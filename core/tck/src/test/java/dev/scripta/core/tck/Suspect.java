package dev.scripta.core.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract over a broken twin; gives the contract's subclass the name of the twin. */
final class Suspect implements ParameterResolver {

    private static final String NAME = "suspect";
    private static final int ID_LENGTH = 3;

    /** The ids of the rules that fail when this subclass of a contract gets this name. */
    static SortedSet<String> failedRules(Class<?> contract, String name) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .configurationParameter(NAME, name)
                .execute()
                .testEvents();
        if (tests.succeeded().count() + tests.failed().count() != tests.started().count() || tests.started()
                .count() == 0) {
            throw new AssertionError("every rule is tested: " + tests.list());
        }
        return tests.failed().stream().map(Suspect::ruleId).collect(Collectors.toCollection(TreeSet::new));
    }

    static String ruleId(String method) {
        return method.substring(0, ID_LENGTH).toUpperCase(Locale.ROOT);
    }

    private static String ruleId(Event event) {
        return ruleId(event.getTestDescriptor()
                .getSource()
                .map(MethodSource.class::cast)
                .orElseThrow()
                .getMethodName());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == String.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getConfigurationParameter(NAME).orElseThrow();
    }
}
