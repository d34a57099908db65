package dev.scripta.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Draws the pictures of the guides anew, into the folder that {@code -Dscripta.screenshots} names, seen from the root. */
@InBrowser
@EnabledIfSystemProperty(named = "scripta.screenshots", matches = ".+")
class ScreenshotsIT {

    private static final Path FOLDER = Path.of("..").resolve(System.getProperty("scripta.screenshots", ""));

    @Test
    void by_day(Scene scene) throws Exception {
        draw(scene, "", 1200, 800, ColorScheme.LIGHT,
                Set.of("record", "recording", "transcribing", "general", "correct", "conflict"));
    }

    @Test
    void by_night(Scene scene) throws Exception {
        draw(scene, "-dark", 1200, 800, ColorScheme.DARK, Set.of("field-report"));
    }

    @Test
    void on_a_phone(Scene scene) throws Exception {
        draw(scene, "-phone", 390, 780, ColorScheme.LIGHT, Set.of("general"));
    }

    private static void draw(Scene scene, String suffix, int width, int height, ColorScheme scheme, Set<String> chosen)
            throws Exception {
        States states = new States(scene, new Browser.NewContextOptions().setViewportSize(width, height)
                .setColorScheme(scheme));
        states.each(tab -> {
            if (chosen.contains(states.now())) {
                tab.page().evaluate("scrollTo(0, 0)");
                tab.page()
                        .screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED)
                                .setPath(FOLDER.resolve(states.now() + suffix + ".png")));
            }
        });
    }
}
