package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody can use the page: with a screen reader, with the keyboard alone, enlarged, on a phone, on a slow line. */
@InBrowser
class AccessibilityIT {

    private static final int LARGEST = 150_000;

    /** How somebody looks at it. Zoom of 200 % on a window of 1280 points leaves 640 to the page. */
    enum Look {
        LIGHT(1280, ColorScheme.LIGHT),
        DARK(1280, ColorScheme.DARK),
        PHONE(320, ColorScheme.LIGHT),
        ZOOMED(640, ColorScheme.DARK);

        private final int width;
        private final ColorScheme scheme;

        Look(int width, ColorScheme scheme) {
            this.width = width;
            this.scheme = scheme;
        }

        Browser.NewContextOptions options() {
            return new Browser.NewContextOptions().setViewportSize(width, 720)
                    .setColorScheme(scheme)
                    .setDeviceScaleFactor(this == ZOOMED ? 2 : 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_state_is_without_violations(Look look, Scene scene) throws Exception {
        States states = new States(scene, look.options());
        states.each(tab -> assertAccessible(look + " " + states.now(), tab));
    }

    private static void assertAccessible(String what, Tab tab) {
        List<String> found = new AxeBuilder(tab.page()).analyze()
                .getViolations()
                .stream()
                .map(AccessibilityIT::told)
                .toList();
        assertEquals(List.of(), found, what);
        int wider = (int) tab.page().evaluate("document.documentElement.scrollWidth - innerWidth");
        assertTrue(wider <= 0, what + " is wider than the window by " + wider);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary()).toList();
    }

    @Test
    void a_keyboard_is_enough(Scene scene) {
        Tab tab = scene.tab(scene.guarded().address());
        tab.signUp("Ann", "ann@example.com");
        tab.logOut();
        Keyboard keyboard = new Keyboard(tab.page());
        keyboard.to(tab.field("E-mail address"));
        keyboard.write("ann@example.com");
        keyboard.to(tab.field("Password"));
        keyboard.write("correct horse battery");
        keyboard.press("Enter");
        keyboard.to(tab.button("Record"));
        keyboard.press("Enter");
        tab.awaitElapsed(2);
        keyboard.to(tab.button("Stop"));
        keyboard.press("Space");
        tab.awaitConversation();
        keyboard.to(tab.page().getByText("New recording"));
        keyboard.press("Enter");
        assertThat(tab.button("Record")).isVisible();
        keyboard.to(tab.conversations().first());
        keyboard.press("Enter");
        assertThat(tab.heading()).isFocused();
        scene.assertEachOnce(1, tab);
    }

    @Test
    void a_first_visit_transfers_little(Scene scene) {
        AtomicLong bytes = new AtomicLong();
        BrowserContext browser = scene.browser();
        browser.onRequestFinished(request -> bytes.addAndGet(
                request.sizes().responseBodySize + request.sizes().responseHeadersSize));
        Tab tab = new Tab(browser, scene.scripta().address());
        assertThat(tab.button("Record")).isVisible();
        assertThat(tab.pane()).containsText("No conversations yet");
        System.out.printf("A first visit transfers %d bytes%n", bytes.get());
        assertTrue(bytes.get() > 10_000 && bytes.get() < LARGEST, bytes + " bytes");
    }
}
