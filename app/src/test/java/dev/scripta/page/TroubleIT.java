package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.scripta.app.PlayedScripta;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.page.Front.Fate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong between the page and a saved conversation is told in plain words, and got over. */
@InBrowser
class TroubleIT {

    private static final String UPLOAD = "POST /api/upload-audio";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final Path SPEECH = Sample.named("flite-slt-01.wav");

    /**
     * Milliseconds: the service looks after its database more and more seldom, four times a minute at least, and the page
     * after the service once a minute at least.
     */
    private static final int UNTIL_SAVED = 180_000;

    @TempDir
    Path folder;

    @Test
    void refusals_and_lost_connections_are_told_and_tried_again_until_there_is_one_conversation(Scene scene)
            throws Exception {
        Front front = scene.front(scene.scripta());
        front.next(UPLOAD, problem(409, "Another request works on this recording."), problem(503, "Too busy."),
                Fate.cutAfter(20_000), Fate.ANSWER_LOST);
        scene.scripta().engines().hold();
        Tab tab = scene.tabOutOfTime(front.address());
        tab.send(SPEECH);
        int tries = 0;
        for (String words : new String[]{"The service is at work on this recording", "The service is busy",
                "No connection to the service", "No connection to the service"}) {
            front.await(UPLOAD, ++tries);
            assertThat(tab.state()).containsText("Trying again");
            assertThat(tab.state()).containsText(words);
            tab.passMinute();
        }
        tab.letTimePass();
        assertThat(tab.state()).containsText("Transcribing");
        scene.assertEachInWorkOnce(1, tab);
        scene.scripta().engines().letGo();
        tab.awaitConversation();
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.scripta().engines().recognitions());
        assertEquals(4, front.count(UPLOAD), "what was accepted is asked after, not sent again");
    }

    @Test
    void streams_that_break_do_not_matter(Scene scene) throws Exception {
        Front front = scene.front(scene.scripta());
        scene.scripta().engines().hold();
        Tab tab = scene.tab(front.address());
        tab.page().waitForResponse(answer -> answer.url().contains("/api/user/recordings/"), () -> tab.send(SPEECH));
        assertThat(tab.state()).containsText("Transcribing");
        front.cutAll();
        scene.scripta().engines().letGo();
        tab.awaitConversation();
        scene.assertEachOnce(1, tab);
        assertEquals(1, front.count(UPLOAD));
    }

    @Test
    void what_was_being_sent_when_the_page_was_loaded_anew_is_sent_again(Scene scene) throws Exception {
        Front front = scene.front(scene.scripta());
        front.next(UPLOAD, Fate.heldAfter(20_000));
        Tab tab = scene.tab(front.address());
        tab.send(SPEECH);
        front.await(UPLOAD, 1);
        tab.page().reload();
        assertThat(tab.conversations()).hasCount(1);
        tab.open(0);
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.scripta().engines().recognitions());
        assertEquals(2, front.count(UPLOAD));
    }

    @Test
    void what_was_accepted_when_the_page_was_loaded_anew_is_asked_after(Scene scene) {
        Front front = scene.front(scene.scripta());
        scene.scripta().engines().hold();
        Tab tab = scene.tab(front.address());
        // The list may know of it before the page has been told so: it is asked for once the acceptance is noted.
        tab.page().waitForResponse(answer -> answer.url().contains("/api/user/recordings/"), () -> tab.send(SPEECH));
        assertThat(tab.state()).containsText("Transcribing");
        tab.page().reload();
        assertThat(tab.state()).containsText("Transcribing");
        scene.assertEachInWorkOnce(1, tab);
        scene.scripta().engines().letGo();
        assertThat(tab.conversations()).hasCount(1);
        tab.open(0);
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.scripta().engines().recognitions());
        assertEquals(1, front.count(UPLOAD));
    }

    @Test
    void what_the_service_has_lost_is_sent_again(Scene scene) throws Exception {
        String status = "GET /api/user/recordings/" + Sha256.of(Files.readAllBytes(SPEECH)).hex();
        Fate abandoned = Fate.answered(200, JSON, "{\"stage\":\"abandoned\",\"attempts\":1}");
        Front front = scene.front(scene.scripta());
        front.next(UPLOAD, Fate.answered(202, JSON, "{\"stage\":\"received\",\"attempts\":0}"));
        Fate lost = exchange -> (front.count(UPLOAD) < 2 ? abandoned : Fate.PASSES).befall(exchange);
        front.next(status, Collections.nCopies(50, lost).toArray(Fate[]::new));
        Tab tab = scene.tab(front.address());
        tab.send(SPEECH);
        tab.awaitConversation();
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.scripta().engines().recognitions());
        assertEquals(2, front.count(UPLOAD));
    }

    @Test
    void a_result_that_the_database_cannot_take_yet_is_shown_and_saved_later(Scene scene) throws Exception {
        PlayedScripta scripta = scene.passing(folder);
        Tab tab = scene.tab(scripta.address());
        scripta.engines().hold();
        tab.send(SPEECH);
        scripta.engines().awaitBegun();
        assertThat(tab.state()).containsText("Transcribing");
        scene.database().close();
        try {
            scripta.engines().letGo();
            assertThat(tab.onTheWay()).containsText("Saved later");
        } finally {
            scene.database().start();
        }
        assertThat(tab.transcript()).containsText("Please send me the notes.",
                new ContainsTextOptions().setTimeout(UNTIL_SAVED));
        scene.assertEachOnce(1, tab);
        assertEquals(1, scripta.engines().recognitions());
    }

    @Test
    void a_conversation_that_is_deleted_before_all_is_done_for_it_does_not_come_back(Scene scene) {
        Front front = scene.front(scene.scripta());
        front.next("POST /api/save-analysis", Fate.cutAfter(0));
        Tab tab = scene.tabOutOfTime(front.address());
        tab.send(SPEECH);
        tab.awaitConversation();
        tab.go("#/");
        assertThat(tab.state()).containsText("Trying again");
        tab.page()
                .evaluate("id => fetch(`/api/user/conversations/${id}`, { method: 'DELETE' })",
                        Long.toString(scene.query("SELECT id FROM conversation")));
        tab.click("Retry");
        tab.awaitNothingKept();
        assertThat(tab.onTheWay()).isHidden();
        assertEquals(0, scene.query("SELECT count(*) FROM conversation"));
        assertEquals(1, front.count(UPLOAD));
    }

    @Test
    void a_file_that_is_dropped_where_none_is_taken_does_not_replace_the_page(Scene scene) {
        Tab tab = scene.tab();
        tab.go("#/recordings/none");
        assertThat(tab.heading()).hasText("Recording");
        assertEquals(true, tab.page().evaluate("""
                () => {
                    const dataTransfer = new DataTransfer();
                    dataTransfer.items.add(new File(['sound'], 'sound.wav'));
                    return !dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
                }"""));
    }

    @Test
    void silence_is_told_and_kept_and_can_be_thrown_away(Scene scene) {
        scene.scripta().engines().hear(Transcript.noSpeech("played"), "general", JsonObject.EMPTY);
        Tab tab = scene.tabOutOfTime(scene.scripta().address());
        tab.send(SPEECH);
        assertThat(tab.onTheWay()).containsText("No speech was found");
        tab.click("Discard");
        assertThat(tab.onTheWay()).isHidden();
        tab.click("Undo");
        assertThat(tab.onTheWay()).containsText("No speech was found");
    }

    @Test
    void what_no_engine_can_do_goes_when_it_is_discarded_here_and_there(Scene scene) throws Exception {
        PlayedScripta scripta = scene.passing(folder);
        scripta.engines().fail("The engine is broken for good.");
        Tab tab = scene.tabOutOfTime(scripta.address());
        tab.send(SPEECH);
        assertThat(tab.onTheWay()).containsText("The engine is broken for good.");
        tab.click("Discard");
        tab.passMinute();
        tab.awaitNothingKept();
        assertThat(tab.entries()).containsText("Failed");
        tab.entries().first().getByRole(AriaRole.LINK).click();
        assertThat(tab.region("Recording in work")).containsText("The engine is broken for good.");
        tab.click("Discard");
        tab.click("Keep it");
        assertThat(tab.entries()).hasCount(1);
        tab.click("Discard");
        tab.click("Discard it");
        assertThat(tab.entries()).hasCount(0);
        assertEquals(0, scene.query("SELECT count(*) FROM recording_journal"));
    }

    private static Fate problem(int status, String detail) {
        return Fate.answered(status, "Content-Type: application/problem+json\r\nRetry-After: 30\r\n",
                "{\"status\":" + status + ",\"title\":\"Told\",\"detail\":\"" + detail + "\"}");
    }
}
