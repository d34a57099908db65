package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import dev.scripta.app.OwnDatabase;
import dev.scripta.app.PlayedEngines;
import dev.scripta.app.PlayedScripta;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Transcript;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** One test's world: nobody has recorded anything yet. Closes what it opened; one thread. */
final class Scene implements AutoCloseable {

    private static final Transcript NOTES = Transcript.of("Please send me the notes.");

    private final Opened open = new Opened();
    private final Complaints complaints = new Complaints();
    private final Stage stage;

    Scene(Stage stage) {
        this.stage = stage;
        for (PlayedEngines engines : List.of(stage.scripta().engines(), stage.guarded().engines())) {
            engines.letGo();
            engines.hear(NOTES, "general", JsonObject.of("title", "Notes"));
            engines.forget();
        }
        query("WITH gone AS (DELETE FROM conversation), done AS (DELETE FROM recording_journal)"
                + " , nobody AS (DELETE FROM account) SELECT 0");
    }

    /** The service for one person. */
    PlayedScripta scripta() {
        return stage.scripta();
    }

    /** The service where people sign in. */
    PlayedScripta guarded() {
        return stage.guarded();
    }

    /** A service of this test's own for one person, on the same database: what it leaves behind goes with it. */
    PlayedScripta passing(Path folder) throws IOException {
        PlayedScripta service = open.add(new PlayedScripta(folder, database().url(), Stage.USUAL));
        service.engines().hear(NOTES, "general", JsonObject.of("title", "Notes"));
        return service;
    }

    OwnDatabase database() {
        return stage.database();
    }

    /** A front door to that service. */
    Front front(PlayedScripta service) {
        return front(service.address());
    }

    Front front(URI service) {
        try {
            return open.add(new Front(service));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A browser of somebody who has never been here. */
    BrowserContext browser() {
        return browser(new Browser.NewContextOptions());
    }

    BrowserContext browser(Browser.NewContextOptions options) {
        BrowserContext browser = open.add(stage.chromium()
                .browser()
                .newContext(options.setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin")));
        browser.grantPermissions(List.of("microphone"));
        browser.setDefaultTimeout((double) Chromium.PATIENCE.toMillis());
        complaints.listenTo(browser);
        return browser;
    }

    /** The page in a new tab of a new browser. */
    Tab tab(URI address) {
        return new Tab(browser(), address);
    }

    /** The same in a browser whose clock stands still but for the test: nothing there runs out or comes back by itself. */
    Tab tabOutOfTime(URI address) {
        BrowserContext browser = browser();
        long now = System.currentTimeMillis();
        browser.clock().install(new Clock.InstallOptions().setTime(now));
        browser.clock().pauseAt(now);
        return new Tab(browser, address);
    }

    /** Another client of the service for one person. */
    Client client() {
        return open.add(new Client(scripta().address()));
    }

    /** The page of the service for one person, likewise. */
    Tab tab() {
        return tab(scripta().address());
    }

    /**
     * The one thing that has to be so after every test, whatever went wrong on the way. What the page still does for a
     * conversation that is listed is waited for, or it might be done in the next test's world.
     */
    void assertEachOnce(int conversations, Tab tab) {
        tab.awaitNothingKept();
        assertThat(tab.entries()).hasCount(conversations);
        assertThat(tab.conversations()).hasCount(conversations);
        assertEquals(conversations, query("SELECT count(*) FROM conversation"), "in the database");
        Object shown = tab.conversations()
                .evaluateAll("rows => [0, ...new Set(rows.map(row => Number(row.hash.split('/').pop())))].join()");
        assertEquals(conversations, query("SELECT count(*) FROM conversation WHERE id IN (" + shown + ")"),
                "of the list in the database");
    }

    /** While they are worked on, recordings are in the list once, too, and no conversations yet. */
    void assertEachInWorkOnce(int recordings, Tab tab) {
        assertThat(tab.entries()).hasCount(recordings);
        assertEquals(0, query("SELECT count(*) FROM conversation"), "in the database");
    }

    /** One number from the database. */
    long query(String sql) {
        try {
            return stage.database().query(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing that the browser complained of, such as a breach of the content security policy. */
    void assertClean() {
        assertEquals(List.of(), complaints.heard());
    }

    @Override
    public void close() {
        open.close();
    }
}
