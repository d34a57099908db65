package dev.scripta.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Scene} on the one {@link Stage}, and holds it against what must be so after every test. */
final class Scenes implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Scenes.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Path> browser = Chromium.installed();
        if (browser.isPresent()) {
            return ConditionEvaluationResult.enabled("in " + browser.get());
        }
        String missing = "NOT TESTED, for there is no Chromium (.ci/chromium installs it): " + context.getDisplayName();
        if (System.getenv("CI") != null) {
            throw new IllegalStateException(missing);
        }
        System.err.println(missing);
        return ConditionEvaluationResult.disabled(missing);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Stage stage = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Stage.class, key -> start(), Stage.class);
        Scene scene = new Scene(stage);
        context.getStore(NAMESPACE).put(Scene.class, scene);
        return scene;
    }

    private static Stage start() {
        try {
            return new Stage(Chromium.installed().orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException("the stage did not start", e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional.ofNullable(context.getStore(NAMESPACE).get(Scene.class, Scene.class)).ifPresent(Scene::assertClean);
    }
}
