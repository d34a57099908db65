package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.scripta.app.FreePort;
import dev.scripta.app.RunningScripta;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service dies in the middle of its work: the page brings its recording through without anybody's help. */
@InBrowser
class KilledServiceIT {

    /** Milliseconds for a service that starts anew and loads its models, on a busy machine. */
    private static final int UNTIL_RECOGNISED = 300_000;

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void a_recording_becomes_one_conversation_though_the_service_was_killed_while_it_transcribed(Scene scene)
            throws Exception {
        Map<String, String> settings = Map.of("SERVER_PORT", Integer.toString(FreePort.choose()),
                "SCRIPTA_JOURNAL_LEASE", "PT2S",
                "SCRIPTA_DATABASE_URL", scene.database().url());
        Tab tab;
        try (RunningScripta killed = new RunningScripta(folder, settings)) {
            tab = scene.tab(URI.create(killed.address()));
            // It takes longer to recognise than a program to be killed.
            tab.send(Sample.tensOfSeconds(2, folder.resolve("speech.wav")));
            assertThat(tab.state()).containsText("Transcribing");
            killed.awaitMetric("scripta_claims_held", 1);
            killed.kill();
        }
        assertThat(tab.onTheWay()).containsText("No connection to the service");
        try (RunningScripta again = new RunningScripta(folder, settings)) {
            assertThat(tab.transcript()).containsText("notes", new ContainsTextOptions().setTimeout(UNTIL_RECOGNISED));
            scene.assertEachOnce(1, tab);
            assertTrue(tab.page().url().startsWith(again.address()), "the page was not loaded anew elsewhere");
            tab.page().close();
        }
    }
}
