package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The page in a tab, as somebody uses it who goes by what they read or hear: roles and names. */
final class Tab {

    /** Milliseconds between two looks at what announces no change. */
    private static final double LOOK = 50;

    private final Page page;
    private final URI address;

    /** Opens it. */
    Tab(BrowserContext browser, URI address) {
        this.page = browser.newPage();
        this.address = address;
        page.navigate(address.toString());
    }

    Page page() {
        return page;
    }

    /** Another tab of the same browser. */
    Tab another() {
        return new Tab(page.context(), address);
    }

    /** Goes to a view, such as {@code #/profile}; returns when the page has followed. */
    void go(String route) {
        page.evaluate("""
                route => new Promise(followed => {
                    if (location.hash === route) {
                        followed();
                    } else {
                        addEventListener('hashchange', () => followed(), { once: true });
                        location.hash = route;
                    }
                })""", route);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void click(String button) {
        button(button).click();
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input, textarea, select"));
    }

    Locator region(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator transcript() {
        return region("Transcript");
    }

    Locator analysis() {
        return region("Analysis");
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    Locator pane() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Conversations"));
    }

    /** What the pane lists: conversations, and recordings that are not conversations yet. */
    Locator entries() {
        return pane().getByRole(AriaRole.LISTITEM);
    }

    /** Those of them that are conversations. */
    Locator conversations() {
        return page.locator("#pane a[href^='#/conversations/']");
    }

    /** Opens the conversation at this place of the list, the newest one at 0. */
    void open(int place) {
        conversations().nth(place).click();
        awaitConversation();
    }

    Locator search() {
        return page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Search conversations"));
    }

    void record() {
        click("Record");
        assertThat(button("Stop")).isVisible();
    }

    void stop() {
        click("Stop");
    }

    /** Lets a minute go by at once, the longest that the page pauses, in a browser whose clock stands still. */
    void passMinute() {
        page.clock().fastForward(60_000);
    }

    /** Lets time pass there as everywhere from now on. */
    void letTimePass() {
        page.clock().resume();
    }

    /** Waits until so many seconds are recorded. */
    void awaitElapsed(int seconds) {
        page.waitForFunction("""
                seconds => {
                    const [minutes, rest] = document.querySelector('[role=timer]').textContent.split(':').map(Number);
                    return minutes * 60 + rest >= seconds;
                }""", seconds);
    }

    /** The same while the recorder is out of sight. */
    void awaitElapsedAside(int seconds) {
        page.waitForFunction("""
                seconds => {
                    const told = /(\\d+):(\\d\\d)/.exec(document.querySelector('.recording-bar')?.textContent ?? '');
                    return told && Number(told[1]) * 60 + Number(told[2]) >= seconds;
                }""", seconds);
    }

    /** Waits until the level meter shows that something is heard. */
    void awaitSound() {
        page.waitForFunction("() => document.querySelector('meter').value > 0.05");
    }

    /** Chooses a file to send. */
    void send(Path file) {
        field("Choose audio files").setInputFiles(file);
    }

    /** What is said of recordings that are on their way: beside their states the names of all the stages. */
    Locator onTheWay() {
        return region("On the way");
    }

    /** The state of the one that is on its way. */
    Locator state() {
        return onTheWay().getByRole(AriaRole.STATUS);
    }

    /** Makes an account. */
    void signUp(String name, String email) {
        go("#/sign-up");
        field("Name").fill(name);
        enter(email, "Sign up");
    }

    void logIn(String email) {
        go("#/sign-in");
        enter(email, "Log in");
    }

    private void enter(String email, String button) {
        field("E-mail address").fill(email);
        field("Password").fill("correct horse battery");
        click(button);
        assertThat(button("Record")).isVisible();
    }

    /** The menu of whoever is signed in. */
    Locator account() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account of "));
    }

    void logOut() {
        account().click();
        click("Log out");
        assertThat(button("Log in")).isVisible();
    }

    /** Waits until the browser has let go of all recordings. */
    void awaitNothingKept() {
        awaitKept("nothing", List::isEmpty);
    }

    /** Waits until so many seconds of a recording are where they survive the tab: they get there after they were counted. */
    void awaitKept(int seconds) {
        awaitKept(seconds + " s", kept -> kept.stream().anyMatch(one -> one >= seconds));
    }

    /** Asks again and again: functions that Playwright waits for must not promise their answer. */
    private void awaitKept(String what, Predicate<List<Double>> enough) {
        long began = System.nanoTime();
        for (List<Double> kept = kept(); !enough.test(kept); kept = kept()) {
            if (System.nanoTime() - began > Chromium.PATIENCE.toNanos()) {
                throw new AssertionError("expected " + what + " to be kept, seconds kept: " + kept);
            }
            page.waitForTimeout(LOOK);
        }
    }

    /** How long each of the kept recordings is, in seconds. */
    private List<Double> kept() {
        Object seconds = page.evaluate("""
                () => new Promise((resolve, reject) => {
                    const opening = indexedDB.open('scripta', 1);
                    // The page makes it: an empty one in its place would be of no use to it.
                    opening.onupgradeneeded = () => opening.transaction.abort();
                    opening.onerror = () => reject(opening.error);
                    opening.onsuccess = () => {
                        const database = opening.result;
                        const kept = database.transaction('recordings').objectStore('recordings').getAll();
                        kept.onsuccess = () => {
                            database.close();
                            resolve(kept.result.map(({ seconds }) => seconds));
                        };
                    };
                })""");
        return ((List<?>) seconds).stream().map(Number.class::cast).map(Number::doubleValue).toList();
    }

    /** Logs out against the page's advice. */
    void logOutAllTheSame() {
        account().click();
        click("Log out");
        page.getByRole(AriaRole.DIALOG).getByText("Log out", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(button("Log in")).isVisible();
    }

    /** Waits until a conversation can be read here. */
    void awaitConversation() {
        assertThat(transcript()).isVisible();
    }

    /** The same at the very frame that shows it: assertions look twice a second. */
    void awaitConversation(Duration patience) {
        page.waitForFunction("() => document.querySelector('section[aria-labelledby=transcript]')", null,
                new Page.WaitForFunctionOptions().setTimeout((double) patience.toMillis()));
    }
}
