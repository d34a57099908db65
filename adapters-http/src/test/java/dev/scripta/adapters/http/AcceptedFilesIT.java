package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertSaved;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies in the spool of an accepted recording: how long, and for whom. */
class AcceptedFilesIT extends SpoolTests {

    @Test
    void a_refused_recording_goes_at_once() throws Exception {
        try (RunningApi api = server()) {
            assertEquals(415, api.upload("s1", new byte[]{1, 2, 3}).statusCode());
            api.awaitSpooled(0);
        }
    }

    @Test
    void audio_is_kept_as_long_as_was_asked_for() throws Exception {
        try (RunningApi api = serverKeepingAudio(Duration.ofDays(1))) {
            api.upload("s1", Backend.SPEECH);
            api.sweep();
            assertTrue(Arrays.equals(Backend.SPEECH, Files.readAllBytes(files("accepted").get(0))));
            assertTrue(Files.readString(files("accepted").get(1)).contains("\"done\":true"));
            assertEquals(1, backend.recognitions.get());
            backend.clock.advance(Duration.ofDays(1));
            api.sweep();
            assertEquals(List.of(), files("accepted"));
        }
    }

    @Test
    void a_deleted_conversation_takes_its_audio_along() throws Exception {
        try (RunningApi api = serverKeepingAudio(Duration.ofDays(1))) {
            api.upload("s1", Backend.SPEECH);
            api.upload("s2", Backend.SPEECH);
            assertEquals(200, api.delete("/api/user/conversations/1").statusCode());
            assertEquals(2, files("accepted").size());
            assertEquals(404, api.delete("/api/user/conversations/1").statusCode());
            assertTrue(Files.readString(files("accepted").get(1)).contains("\"session\":\"s2\""));
        }
    }

    @Test
    void a_deleted_conversation_does_not_come_back_from_a_deferred_recording() throws Exception {
        try (RunningApi api = server()) {
            backend.storeAway = true;
            api.upload("s1", Backend.SPEECH);
            backend.storeAway = false;
            backend.drain();
            assertEquals(200, api.delete("/api/user/conversations/1").statusCode());
            api.sweep();
            assertAll(() -> assertEquals(0, api.stored()), () -> assertEquals(1, backend.recognitions.get()));
        }
    }

    @Test
    void files_can_be_read_by_their_owner_alone() throws Exception {
        try (RunningApi api = serverKeepingAudio(Duration.ofDays(1))) {
            api.upload("s1", Backend.SPEECH);
            for (Path file : files("accepted")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            assertEquals("rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("spool/accepted"))));
        }
    }

    @Test
    void a_spool_that_takes_no_file_costs_no_engine_call() throws Exception {
        try (RunningApi api = server()) {
            Files.writeString(folder.resolve("spool/accepted"), "in the way");
            HttpResponse<String> answer = api.upload("s1", Backend.SPEECH);
            assertAll(() -> assertEquals(503, answer.statusCode()),
                    () -> assertEquals("5", answer.headers().firstValue("retry-after").orElse("")),
                    () -> assertTrue(answer.body().contains("/problems/recording-not-kept"), answer.body()),
                    // Only what was in the way.
                    () -> api.awaitSpooled(1));
            Files.delete(folder.resolve("spool/accepted"));
            Files.delete(folder.resolve("spool"));
            assertEquals(503, api.upload("s1", Backend.SPEECH).statusCode());
            Files.createDirectory(folder.resolve("spool"));
            assertEquals(0, backend.recognitions.get());
            assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
        }
    }
}
