package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Several tabs of one browser: each recording is one conversation, whichever of them sends it. */
@InBrowser
class ManyTabsIT {

    @Test
    void two_tabs_that_record_at_once_make_two_conversations(Scene scene) {
        Tab one = scene.tab();
        Tab other = one.another();
        one.record();
        other.record();
        one.awaitElapsed(2);
        other.awaitElapsed(2);
        one.stop();
        other.stop();
        one.awaitConversation();
        other.awaitConversation();
        scene.assertEachOnce(2, one);
        scene.assertEachOnce(2, other);
        assertEquals(2, scene.scripta().engines().recognitions());
    }

    @Test
    void a_recording_that_two_tabs_know_is_sent_once_though_both_are_told_to_send_it_at_once(Scene scene) {
        Tab one = scene.tab();
        one.record();
        one.awaitKept(2);
        Tab other = one.another();
        // It waits in line by now: the recording is its own as soon as the first lets go.
        assertThat(other.state()).containsText("In another tab");
        one.page().reload();
        assertThat(one.entries()).hasCount(1);
        assertThat(other.entries()).hasCount(1);
        assertThat(one.state()).containsText(Pattern.compile("Interrupted|In another tab"));
        assertThat(other.button("Send")).isVisible();
        for (Tab tab : new Tab[]{one, other}) {
            tab.button("Send").evaluateAll("buttons => buttons.forEach(button => { button.click(); button.click(); })");
        }
        scene.assertEachOnce(1, one);
        scene.assertEachOnce(1, other);
        assertEquals(1, scene.scripta().engines().recognitions());
    }

    @Test
    void a_tab_sees_what_another_records_and_cannot_disturb_it(Scene scene) {
        Tab one = scene.tab();
        one.record();
        one.awaitKept(2);
        Tab other = one.another();
        assertThat(other.onTheWay()).containsText("In another tab");
        assertThat(other.button("Send")).hasCount(0);
        assertThat(other.button("Discard")).hasCount(0);
        other.page().reload();
        assertThat(other.onTheWay()).containsText("In another tab");
        one.stop();
        one.awaitConversation();
        scene.assertEachOnce(1, other);
    }
}
