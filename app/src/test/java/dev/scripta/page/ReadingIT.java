package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations are read, heard, corrected, taken along, deleted, and found again. */
@InBrowser
class ReadingIT {

    private static final String NOTES = """
            {"title": "Notes", "summary": "Somebody wants notes.", "topics": ["notes"], "decisions": [],
            "action_items": [{"text": "Send the notes", "owner": "Ben"}], "questions": [], "mood": null}""";

    @Test
    void a_correction_is_saved_and_is_there_after_a_reload(Scene scene) throws Exception {
        scene.client().save("s1", "please send me the nodes", NOTES);
        Tab tab = scene.tab();
        tab.open(0);
        assertThat(tab.analysis()).containsText("Send the notes");
        tab.click("Correct");
        tab.field("Transcript").fill("please send me the notes");
        tab.field("Summary").fill("Somebody wants the notes.");
        tab.click("Save");
        assertThat(tab.transcript()).containsText("please send me the notes");
        tab.page().reload();
        assertThat(tab.transcript()).containsText("please send me the notes");
        assertThat(tab.analysis()).containsText("Somebody wants the notes.");
        assertThat(tab.analysis()).containsText("Send the notes");
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.query("SELECT count(*) FROM conversation WHERE revision = 2"));
    }

    @ParameterizedTest
    @CsvSource({"Keep mine, my words, 3", "Take theirs, their words, 2", "Go on editing, their words, 2"})
    void who_saves_over_a_later_version_is_asked(String choice, String kept, int revision, Scene scene)
            throws Exception {
        Client other = scene.client();
        other.save("s1", "first words", NOTES);
        Tab tab = scene.tab();
        tab.open(0);
        tab.click("Correct");
        tab.field("Transcript").fill("my words");
        other.save("s1", "their words", NOTES);
        tab.click("Save");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("their words");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("my words");
        tab.click(choice);
        if (choice.equals("Go on editing")) {
            assertThat(tab.field("Transcript")).hasValue("my words");
        } else {
            assertThat(tab.transcript()).containsText(kept);
        }
        assertEquals(1, scene.query("SELECT count(*) FROM conversation WHERE transcript = '" + kept + "'"));
        assertEquals(revision, scene.query("SELECT max(revision) FROM conversation"));
        scene.assertEachOnce(1, tab);
    }

    @Test
    void what_is_deleted_can_be_brought_back_for_a_while(Scene scene) throws Exception {
        Client client = scene.client();
        client.save("s1", "stays", NOTES);
        client.save("s2", "goes", NOTES);
        Tab tab = scene.tabOutOfTime(scene.scripta().address());
        tab.open(0);
        tab.click("Delete");
        assertThat(tab.entries()).hasCount(1);
        tab.click("Undo");
        assertThat(tab.transcript()).containsText("goes");
        scene.assertEachOnce(2, tab);
        tab.click("Delete");
        assertThat(tab.entries()).hasCount(1);
        tab.page()
                .waitForResponse(answer -> answer.request().method().equals("DELETE"),
                        () -> tab.click("Dismiss"));
        tab.page().reload();
        scene.assertEachOnce(1, tab);
        tab.open(0);
        assertThat(tab.transcript()).containsText("stays");
    }

    @Test
    void a_search_finds_words_of_title_and_text_and_nothing_else(Scene scene) throws Exception {
        Client client = scene.client();
        client.save("s1", "The budget was approved.", NOTES);
        client.save("s2", "Nothing of interest.", "{\"title\": \"Budget talk\"}");
        client.save("s3", "Something else.", NOTES);
        Tab tab = scene.tab();
        assertThat(tab.conversations()).hasCount(3);
        tab.search().fill("budg");
        assertThat(tab.conversations()).hasCount(2);
        tab.search().fill("budget approved");
        assertThat(tab.conversations()).hasCount(1);
        tab.search().fill("xylophone");
        assertThat(tab.conversations()).hasCount(0);
        tab.search().fill("");
        scene.assertEachOnce(3, tab);
    }

    @Test
    void the_list_loads_while_it_is_scrolled_and_has_each_conversation_once(Scene scene) throws Exception {
        Client client = scene.client();
        int many = 60;
        for (int number = 0; number < many; number++) {
            client.save("s" + number, "Number " + number, "{\"title\": \"Conversation " + number + ".\"}");
        }
        Tab tab = scene.tab();
        assertThat(tab.conversations().first()).containsText("Conversation 59.");
        while (tab.conversations().count() < many) {
            int before = tab.conversations().count();
            tab.conversations().last().scrollIntoViewIfNeeded();
            assertThat(tab.conversations().nth(before)).isAttached();
            client.save("s0", "Number 0, again", "{\"title\": \"Conversation 0.\"}");
        }
        assertEquals(many, tab.conversations()
                .allInnerTexts()
                .stream()
                .map(text -> text.lines().findFirst().orElseThrow())
                .distinct()
                .count());
        scene.assertEachOnce(many, tab);
    }

    @Test
    void exports_are_files(Scene scene) throws Exception {
        scene.client().save("s1", "please send me the notes", NOTES);
        Tab tab = scene.tab();
        tab.open(0);
        for (String format : new String[]{"PDF", "Markdown", "Text", "JSON"}) {
            tab.click("Export");
            Download download = tab.page().waitForDownload(() -> tab.click(format));
            byte[] content = Files.readAllBytes(download.path());
            assertTrue(content.length > 20, format);
            if (!format.equals("PDF")) {
                assertTrue(new String(content, StandardCharsets.UTF_8).contains("notes"), format);
            }
        }
    }

    @Test
    void text_from_right_to_left_reads_so(Scene scene) throws Exception {
        scene.client()
                .save("s1", "أرسل لي الملاحظات من فضلك", "{\"title\": \"ملاحظات\", \"summary\": \"يريد الملاحظات\"}");
        Tab tab = scene.tab();
        tab.open(0);
        for (String text : new String[]{"أرسل لي الملاحظات من فضلك", "يريد الملاحظات"}) {
            assertEquals("rtl", tab.page()
                    .getByText(text)
                    .first()
                    .evaluate("part => getComputedStyle(part).direction"));
        }
        assertEquals("rtl", tab.heading().evaluate("title => getComputedStyle(title).direction"));
        assertEquals("ltr", tab.page().locator("html").evaluate("page => getComputedStyle(page).direction"));
    }

    @Test
    void the_address_of_a_recording_shows_the_conversation_that_it_is_by_now(Scene scene) throws Exception {
        Client client = scene.client();
        client.save("s1", "first words", NOTES);
        client.save("s2", "second words", NOTES);
        Tab tab = scene.tab();
        tab.open(0);
        assertThat(tab.transcript()).containsText("second words");
        tab.go("#/recordings/s1");
        assertThat(tab.transcript()).containsText("first words");
        tab.click("Correct");
        tab.field("Transcript").fill("my words");
        tab.conversations().first().click();
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).isVisible();
    }

    @Test
    void a_transcript_without_times_is_heard_with_something_to_pause_it(Scene scene) throws Exception {
        scene.client().upload("s1", Files.readAllBytes(Sample.named("flite-slt-01.wav")));
        Tab tab = scene.tab();
        tab.open(0);
        tab.click("Listen");
        tab.page().waitForFunction("() => document.querySelector('audio')?.currentTime > 0");
        assertThat(tab.page().locator("audio")).isFocused();
        tab.page().keyboard().press("Space");
        tab.page().waitForFunction("() => document.querySelector('audio').paused");
    }

    @Test
    void a_click_on_a_time_plays_from_there(Scene scene) throws Exception {
        scene.scripta()
                .engines()
                .hear(new Transcript("please send me\nthe notes", Optional.of("en"),
                        List.of(new Segment(Duration.ZERO, Duration.ofSeconds(2), "please send me"),
                                new Segment(Duration.ofSeconds(2), Duration.ofSeconds(60), "the notes")),
                        Optional.of("played")), "general", Trees.object(NOTES));
        // It plays for longer than anybody takes to look.
        scene.client().upload("s1", Files.readAllBytes(Sample.named("conversation-60s.wav")));
        Tab tab = scene.tab();
        tab.open(0);
        tab.click("Play from 0:02");
        tab.page()
                .waitForFunction("() => { const sound = document.querySelector('audio');"
                        + " return sound && !sound.paused && sound.currentTime > 2; }");
        assertThat(tab.transcript()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("the notes")))
                .hasAttribute("aria-current", "true");
    }
}
