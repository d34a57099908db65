package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markup in what was said, analysed, named or searched for is text: nothing of it is made, run or fetched. */
@InBrowser
class MarkupIT {

    private static final String MARKUP =
            "<img id=planted src=x onerror=\"planted=1\"><script id=planted>planted=1</script>";
    private static final String JSON = MARKUP.replace("\"", "\\\"");

    @TempDir
    Path folder;

    @Test
    void in_a_conversation(Scene scene) throws Exception {
        scene.client().save("s<b>1", "Said " + MARKUP, """
                {"title": "Titled %1$s", "summary": "Sum %1$s", "topics": ["Topic %1$s"],
                "decisions": [{"text": "Decided %1$s"}], "<i>%1$s": {"<b>": ["Other %1$s"]}}""".formatted(JSON));
        Tab tab = scene.tab();
        assertThat(tab.entries()).containsText("Titled " + MARKUP);
        tab.open(0);
        assertThat(tab.transcript()).containsText("Said " + MARKUP);
        for (String part : new String[]{"Sum ", "Topic ", "Decided "}) {
            assertThat(tab.analysis()).containsText(part + MARKUP);
        }
        assertThat(tab.heading()).containsText(MARKUP);
        assertNothingMade(tab);
        tab.click("Correct");
        assertThat(tab.field("Transcript")).hasValue("Said " + MARKUP);
        assertNothingMade(tab);
    }

    @Test
    void in_a_search(Scene scene) throws Exception {
        scene.client().save("s1", "hello", "{}");
        Tab tab = scene.tab();
        assertThat(tab.entries()).hasCount(1);
        tab.search().fill("<img src=x onerror=planted=1>");
        assertThat(tab.pane()).containsText("<img src=x onerror=planted=1>");
        assertThat(tab.entries()).hasCount(0);
        assertNothingMade(tab);
    }

    @Test
    void in_the_name_of_a_file_and_in_a_failure(Scene scene) throws Exception {
        Front front = scene.front(scene.scripta());
        front.next("POST /api/upload-audio", Front.Fate.answered(422, "Content-Type: application/problem+json\r\n",
                "{\"status\":422,\"title\":\"No\",\"detail\":\"Refused " + JSON + "\"}"));
        Tab tab = scene.tab(front.address());
        Path file = folder.resolve("<img id=planted src=x onerror=planted=1>.wav");
        Files.copy(Sample.named("flite-slt-01.wav"), file);
        tab.send(file);
        assertThat(tab.onTheWay()).containsText("<img id=planted src=x onerror=planted=1>.wav");
        assertThat(tab.onTheWay()).containsText("Refused " + MARKUP);
        assertNothingMade(tab);
    }

    @Test
    void in_the_name_of_a_person(Scene scene) {
        Tab tab = scene.tab(scene.guarded().address());
        tab.signUp("Ann " + MARKUP, "ann@example.com");
        assertThat(tab.account()).hasAccessibleName("Account of Ann " + MARKUP);
        tab.go("#/profile");
        assertThat(tab.field("Name")).hasValue("Ann " + MARKUP);
        assertNothingMade(tab);
    }

    private static void assertNothingMade(Tab tab) {
        assertEquals(0, tab.page().locator("#planted, [onerror], img[src='x']").count(), "elements");
        assertEquals("undefined", tab.page().evaluate("typeof globalThis.planted"), "scripts");
    }
}
