package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Two people use one browser, one after the other: neither gets anything of the other's, and neither loses anything. */
@InBrowser
class TwoPeopleIT {

    private static final Path SPEECH = Sample.named("flite-slt-01.wav");

    @Test
    void an_unsent_recording_waits_for_its_owner_and_is_neither_shown_nor_sent_to_somebody_else(Scene scene) {
        Front front = scene.front(scene.guarded());
        Tab tab = scene.tab(front.address());
        tab.signUp("Ann", "ann@example.com");
        tab.record();
        tab.awaitKept(2);
        tab.page().reload();
        assertThat(tab.button("Send")).isVisible();
        tab.logOut();
        assertThat(tab.page().locator("body")).not().containsText("Interrupted");

        tab.signUp("Ben", "ben@example.com");
        assertThat(tab.onTheWay()).isHidden();
        assertThat(tab.entries()).hasCount(0);
        tab.send(SPEECH);
        tab.awaitConversation();
        tab.go("#/");
        assertThat(tab.onTheWay()).isHidden();
        assertThat(tab.entries()).hasCount(1);
        assertEquals(1, front.count("POST /api/upload-audio"), "Ann's recording stays where it is");
        tab.page().reload();
        assertThat(tab.conversations()).hasCount(1);
        tab.logOut();

        tab.logIn("ann@example.com");
        assertThat(tab.entries()).hasCount(1);
        assertThat(tab.conversations()).hasCount(0);
        tab.click("Send");
        tab.open(0);
        tab.awaitNothingKept();
        assertThat(tab.conversations()).hasCount(1);
        assertEquals(2, scene.query("SELECT count(*) FROM conversation"));
        assertEquals(2, scene.query("SELECT count(DISTINCT session_id) FROM conversation"), "session ids");
        assertEquals(2, scene.query("SELECT count(DISTINCT owner_id) FROM conversation"), "owners");
    }

    @Test
    void what_is_being_sent_when_somebody_logs_out_goes_to_nobody_else(Scene scene) throws Exception {
        Tab tab = scene.tab(scene.guarded().address());
        tab.signUp("Ann", "ann@example.com");
        scene.guarded().engines().hold();
        tab.send(SPEECH);
        scene.guarded().engines().awaitBegun();
        tab.logOut();
        tab.signUp("Ben", "ben@example.com");
        scene.guarded().engines().letGo();
        assertThat(tab.onTheWay()).isHidden();
        assertThat(tab.entries()).hasCount(0);
        tab.logOut();
        tab.logIn("ann@example.com");
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.query("SELECT count(*) FROM conversation c JOIN account a ON a.id::text = c.owner_id"
                + " WHERE a.email = 'ann@example.com'"));
    }

    @Test
    void a_late_answer_about_the_first_one_names_nobody(Scene scene) {
        Front front = scene.front(scene.guarded());
        Tab tab = scene.tab(front.address());
        Tab other = tab.another();
        // Both have asked who they are before the one question that is held.
        assertThat(tab.button("Log in")).isVisible();
        assertThat(other.button("Log in")).isVisible();
        Semaphore late = new Semaphore(0);
        front.next("GET /api/auth/me", exchange -> {
            late.acquireUninterruptibly();
            exchange.forward(Long.MAX_VALUE);
        });
        tab.signUp("Ann", "ann@example.com");
        assertThat(other.button("Record")).isVisible();
        tab.logOut();
        tab.signUp("Ben", "ben@example.com");
        assertThat(other.account()).hasAccessibleName("Account of Ben");
        other.page()
                .waitForResponse(answer -> answer.url().endsWith("/api/auth/me"), () -> late.release())
                .finished();
        other.page().evaluate("() => new Promise(requestAnimationFrame)");
        assertThat(other.account()).hasAccessibleName("Account of Ben");
    }

    @Test
    void logging_out_in_one_tab_logs_out_the_others(Scene scene) {
        Tab tab = scene.tab(scene.guarded().address());
        tab.signUp("Ann", "ann@example.com");
        Tab other = tab.another();
        assertThat(other.button("Record")).isVisible();
        tab.logOut();
        assertThat(other.button("Log in")).isVisible();
        assertThat(other.button("Record")).isHidden();
    }
}
