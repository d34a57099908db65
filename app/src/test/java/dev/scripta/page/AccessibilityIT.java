package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

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

        void at(Tab tab) {
            tab.page().setViewportSize(width, 720);
            tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        }
    }

    /** One walk in which each state is looked at in every way: reaching a state takes longer than looking at it. */
    @Test
    void every_state_is_without_violations(Scene scene) throws Exception {
        States states = new States(scene, new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        List<String> found = new ArrayList<>();
        states.each(tab -> {
            for (Look look : Look.values()) {
                look.at(tab);
                String what = look + " " + states.now();
                found.addAll(violations(what, tab, look));
                found.addAll(wider(what, tab));
                if (look == Look.PHONE && states.now().equals("record")) {
                    found.addAll(listOfPhone(tab));
                }
            }
            Look.LIGHT.at(tab);
        });
        assertEquals(List.of(), found);
    }

    /** Where the window is narrow, the list stands in place of the rest. */
    private static List<String> listOfPhone(Tab tab) {
        tab.click("Conversations");
        List<String> found = new ArrayList<>(violations("PHONE list", tab, Look.LIGHT));
        found.addAll(wider("PHONE list", tab));
        tab.click("Close");
        return found;
    }

    /** All rules once; of those the dark colours could break contrast alone, and a narrow window none but its width. */
    private static List<String> violations(String what, Tab tab, Look look) {
        AxeBuilder axe = new AxeBuilder(tab.page()).setLegacyMode(true);
        return switch (look) {
            case LIGHT -> told(what, axe);
            case DARK -> told(what, axe.withRules(List.of("color-contrast")));
            case PHONE, ZOOMED -> List.of();
        };
    }

    private static List<String> told(String what, AxeBuilder axe) {
        return axe.analyze().getViolations().stream().map(rule -> what + " " + told(rule)).toList();
    }

    private static List<String> wider(String what, Tab tab) {
        int wider = (int) tab.page().evaluate("document.documentElement.scrollWidth - innerWidth");
        return wider > 0 ? List.of(what + " is wider than the window by " + wider) : List.of();
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
