package dev.scripta.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.page.Front.Fate;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 200 MB over a connection that does not hold. */
@InBrowser
class LargeFileIT {

    private static final long SIZE = 200_000_000;
    private static final int CUTS = 5;
    private static final String UPLOAD = "POST /api/upload-audio";

    @TempDir
    Path folder;

    @Test
    void gets_through_and_is_recognised_once_though_the_connection_is_cut_five_times(Scene scene) throws Exception {
        Path file = folder.resolve("long.wav");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(SIZE);
        }
        Front front = scene.front(scene.scripta());
        for (int cut = 1; cut <= CUTS; cut++) {
            front.next(UPLOAD, Fate.cutAfter(SIZE / 10 * cut));
        }
        Tab tab = scene.tabOutOfTime(front.address());
        tab.send(file);
        for (int cut = 1; cut <= CUTS; cut++) {
            front.await(UPLOAD, cut);
            assertThat(tab.state()).containsText("No connection to the service");
            tab.passMinute();
        }
        tab.letTimePass();
        tab.awaitConversation();
        scene.assertEachOnce(1, tab);
        assertEquals(1, scene.scripta().engines().recognitions());
        assertEquals(CUTS + 1, front.count(UPLOAD));
    }
}
