package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;

/** Leads through the main states of the page, as on a day with some conversations. */
final class States {

    private final Scene scene;
    private final Browser.NewContextOptions options;
    private String now = "";

    States(Scene scene, Browser.NewContextOptions options) {
        this.scene = scene;
        this.options = options;
    }

    /** The name of the state that is looked at, such as {@code reading}. */
    String now() {
        return now;
    }

    /** Calls for each state, in a tab that shows it. */
    void each(Consumer<Tab> look) throws Exception {
        Front front = scene.front(scene.scripta());
        Tab tab = new Tab(scene.browser(options), front.address());
        assertThat(tab.button("Record")).isVisible();
        show("empty", tab, look);
        Day.fill(scene);
        tab.page().reload();
        assertThat(tab.conversations()).hasCount(Day.SIZE);
        show("record", tab, look);
        tab.record();
        tab.awaitKept(2);
        tab.awaitElapsed(3);
        show("recording", tab, look);
        tab.page().reload();
        assertThat(tab.button("Send")).isVisible();
        show("interrupted", tab, look);
        scene.scripta().engines().hold();
        tab.click("Send");
        assertThat(tab.state()).containsText("Transcribing");
        show("transcribing", tab, look);
        scene.scripta().engines().letGo();
        tab.awaitNothingKept();
        assertThat(tab.onTheWay()).isHidden();
        tab.go("#/conversations/" + Day.idOf(scene, "general"));
        tab.awaitConversation();
        show("general", tab, look);
        tab.click("Correct");
        show("correct", tab, look);
        tab.field("Transcript").fill("Good morning. Did you get the notes?");
        scene.client().save("general", "Good morning. Did you get my notes?", Day.GENERAL);
        tab.click("Save");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).isVisible();
        show("conflict", tab, look);
        tab.click("Take theirs");
        tab.go("#/conversations/" + Day.idOf(scene, "field-report"));
        assertThat(tab.analysis()).containsText("Blood pressure");
        show("field-report", tab, look);
        signIn(look);
    }

    private void signIn(Consumer<Tab> look) {
        Tab tab = new Tab(scene.browser(options), scene.guarded().address());
        assertThat(tab.button("Log in")).isVisible();
        show("sign-in", tab, look);
        tab.signUp("Ann", "ann@example.com");
        tab.go("#/profile");
        assertThat(tab.field("Name")).hasValue("Ann");
        show("profile", tab, look);
    }

    private void show(String state, Tab tab, Consumer<Tab> look) {
        now = state;
        look.accept(tab);
    }
}
