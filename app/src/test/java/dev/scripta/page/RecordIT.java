package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody speaks into the microphone and reads what they said, whatever becomes of the tab meanwhile. */
@InBrowser
class RecordIT {

    /** What is promised on a quiet machine; a busy one gets four times as much. */
    private static final Duration PROMISED = Duration.ofMillis(500);
    private static final Duration LONGEST = PROMISED.multipliedBy(Boolean.getBoolean("scripta.quiet") ? 1 : 4);

    @Test
    void ten_seconds_of_speech_become_one_conversation_soon_after_the_engine_is_done(Scene scene) throws IOException {
        scene.scripta().workForReal(Sample.named("flite-slt-01.wav"));
        Tab tab = scene.tab();
        tab.record();
        tab.awaitSound();
        tab.awaitElapsed(10);
        scene.scripta().engines().worked();
        long began = System.nanoTime();
        tab.stop();
        assertThat(tab.transcript()).containsText("expected", new ContainsTextOptions().setTimeout(60_000));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Duration more = took.minus(scene.scripta().engines().worked());
        System.out.printf("From stop to text of 10 s: %d ms, %d ms of these beside the engines' own time%n",
                took.toMillis(), more.toMillis());
        assertThat(tab.transcript()).containsText("notes");
        assertTrue(more.compareTo(LONGEST) < 0, "the page takes " + more.toMillis() + " ms more");
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.query("SELECT max(revision) FROM conversation"));
    }

    @Test
    void pauses_are_not_recorded(Scene scene) {
        Tab tab = scene.tab();
        tab.record();
        tab.awaitElapsed(1);
        tab.click("Pause");
        assertThat(tab.button("Resume")).isVisible();
        tab.click("Resume");
        tab.awaitElapsed(2);
        tab.stop();
        assertThat(tab.transcript()).containsText("Please send me the notes.");
        scene.assertEachOnce(1, tab);
    }

    @Test
    void what_was_recorded_before_a_reload_is_sent_as_one_conversation(Scene scene) {
        Tab tab = scene.tab();
        tab.record();
        tab.awaitElapsed(3);
        tab.page().reload();
        assertThat(tab.entries()).hasCount(1);
        tab.click("Send");
        tab.open(0);
        scene.assertEachOnce(1, tab);
        tab.page().reload();
        scene.assertEachOnce(1, tab);
        assertThat(tab.button("Send")).hasCount(0);
    }

    @Test
    void recording_goes_on_after_a_reload_under_the_same_session(Scene scene) {
        Tab tab = scene.tab();
        tab.record();
        tab.awaitElapsed(2);
        tab.page().reload();
        tab.click("Continue");
        tab.awaitElapsed(4);
        tab.stop();
        tab.awaitConversation();
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.scripta().engines().recognitions(), "both parts are one recording");
    }

    @Test
    void a_token_that_runs_out_ends_no_recording(Scene scene) {
        Front front = scene.front(scene.guarded());
        Tab tab = scene.tab(front.address());
        tab.signUp("Ann", "ann@example.com");
        tab.record();
        tab.awaitElapsed(1);
        expire(front, tab);
        assertThat(tab.page().getByText("0:03")).isVisible();
        tab.stop();
        tab.logIn("ann@example.com");
        scene.assertEachOnce(1, tab);
    }

    @Test
    void what_only_the_memory_of_a_tab_has_waits_there_for_its_owner(Scene scene) {
        Front front = scene.front(scene.guarded());
        Tab tab = scene.tab(front.address());
        tab.signUp("Ann", "ann@example.com");
        tab.page()
                .evaluate("() => { IDBObjectStore.prototype.put = () => {"
                        + " throw new DOMException('full', 'QuotaExceededError'); }; }");
        tab.record();
        assertThat(tab.page().getByText("storage is full")).isVisible();
        tab.awaitElapsed(1);
        expire(front, tab);
        tab.stop();
        tab.signUp("Ben", "ben@example.com");
        assertThat(tab.entries()).hasCount(0);
        tab.logOutAllTheSame();
        tab.logIn("ann@example.com");
        scene.assertEachOnce(1, tab);
        assertThat(tab.onTheWay()).isHidden();
        assertEquals(1, scene.query("SELECT count(*) FROM conversation c JOIN account a ON a.id::text = c.owner_id"
                + " WHERE a.email = 'ann@example.com'"));
    }

    /** The service takes the token no more, which the page learns when it looks after the list. */
    private static void expire(Front front, Tab tab) {
        front.next("GET /api/user/conversations", Front.Fate.answered(401, "", ""));
        tab.page().evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(tab.button("Log in")).isVisible();
    }

    @Test
    void a_closed_tab_loses_nothing(Scene scene) {
        Tab tab = scene.tab();
        tab.record();
        tab.awaitElapsed(2);
        Tab later = tab.another();
        tab.page().close();
        later.click("Send");
        later.open(0);
        scene.assertEachOnce(1, later);
    }
}
