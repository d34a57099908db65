package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Answers.assertProblem;
import static dev.scripta.adapters.http.Answers.assertSaved;
import static dev.scripta.adapters.http.Answers.header;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.usecase.WorkRules;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation can be heard while its recording is kept. */
class KeptAudioIT extends ApiTests {

    private static final String AUDIO = CONVERSATIONS + "/1/audio";
    private static final byte[] OGG = "OggS and somebody who speaks".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAGE = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    private final Backend backend = new Backend();

    @Override
    @BeforeEach
    void start() {
        api = keeping(Duration.ofDays(1));
    }

    private RunningApi keeping(Duration time) {
        return new RunningApi(backend, WorkRules.DEFAULT,
                RunningApi.settings(folder, time, 1 << 20, RunningApi.CONNECTIONS));
    }

    private HttpResponse<String> hear(String... headers) throws Exception {
        return api.send("GET", AUDIO, Optional.empty(), BodyPublishers.noBody(), headers);
    }

    private void upload(byte[] audio) throws Exception {
        backend.engine = source -> Transcript.of("heard");
        assertEquals(200, api.upload("s1", audio).statusCode());
    }

    private boolean isTold() throws Exception {
        return api.get(CONVERSATIONS + "/1").body().endsWith(",\"audio\":true}");
    }

    @Test
    void it_is_told_and_heard_whole_and_in_part() throws Exception {
        upload(OGG);
        assertTrue(isTold());
        HttpResponse<String> whole = hear();
        assertAll(() -> assertEquals(200, whole.statusCode()),
                () -> assertEquals(new String(OGG, StandardCharsets.UTF_8), whole.body()),
                () -> assertEquals("audio/ogg", header(whole, "content-type")),
                () -> assertEquals("attachment; filename=\"s1_20261122072625.ogg\"",
                        header(whole, "content-disposition")),
                () -> assertEquals("nosniff", header(whole, "x-content-type-options")),
                () -> assertEquals("no-store", header(whole, "cache-control")));
        HttpResponse<String> part = hear("Range", "bytes=0-3");
        assertAll(() -> assertEquals(206, part.statusCode()), () -> assertEquals("OggS", part.body()),
                () -> assertEquals("bytes 0-3/" + OGG.length, header(part, "content-range")),
                () -> assertEquals(206, hear("Range", "bytes=1-", "If-Range", header(whole, "etag")).statusCode()),
                () -> assertEquals(200, hear("Range", "bytes=1-", "If-Range", "\"other\"").statusCode()),
                () -> assertEquals(304, hear("If-None-Match", header(whole, "etag")).statusCode()),
                () -> assertProblem(416, "about:blank", hear("Range", "bytes=1000-")));
    }

    @Test
    void what_is_no_audio_is_given_no_type_that_a_browser_would_open() throws Exception {
        upload(PAGE);
        HttpResponse<String> answer = hear();
        assertAll(() -> assertEquals("application/octet-stream", header(answer, "content-type")),
                () -> assertTrue(header(answer, "content-disposition").endsWith(".bin\"")),
                () -> assertEquals("default-src 'none'; frame-ancestors 'none'",
                        header(answer, "content-security-policy")));
    }

    @Test
    void nobody_else_hears_it() throws Exception {
        upload(OGG);
        assertProblem(404, "about:blank", hear("Test-Owner", "another"));
        assertProblem(404, "about:blank", api.get(CONVERSATIONS + "/2/audio"));
        assertProblem(422, "about:blank", api.get(CONVERSATIONS + "/x/audio"));
    }

    @Test
    void of_several_recordings_the_last_in_which_somebody_spoke_is_heard() throws Exception {
        assertSaved("CREATED", api.upload("s1", Backend.OTHER_SPEECH));
        assertSaved("UPDATED", api.upload("s1", Backend.SPEECH));
        assertSaved("SKIPPED", api.upload("s1", Backend.SILENCE));
        assertSaved("CREATED", api.upload("s2", Backend.OTHER_SPEECH));
        assertEquals(new String(Backend.SPEECH, StandardCharsets.UTF_8), hear().body());
        assertEquals(new String(Backend.OTHER_SPEECH, StandardCharsets.UTF_8),
                api.get(CONVERSATIONS + "/2/audio").body());
    }

    @Test
    void a_late_retry_does_not_put_an_older_recording_beside_newer_words() throws Exception {
        assertSaved("CREATED", api.upload("s1", Backend.OTHER_SPEECH));
        backend.clock.advance(Duration.ofHours(1));
        assertSaved("UPDATED", api.upload("s1", Backend.SPEECH));
        backend.clock.advance(Duration.ofHours(1));
        assertSaved("SUPERSEDED", api.upload("s1", Backend.OTHER_SPEECH));
        assertEquals(new String(Backend.SPEECH, StandardCharsets.UTF_8), hear().body());
        backend.clock.advance(Duration.ofHours(23));
        api.sweep();
        assertProblem(404, "about:blank", hear());
    }

    @Test
    void a_correction_and_a_late_retry_take_nothing_away() throws Exception {
        upload(OGG);
        HttpResponse<String> read = api.get(CONVERSATIONS + "/1");
        assertEquals(200, api.save("s1", "corrected", "{}", "If-Match", header(read, "etag")).statusCode());
        assertSaved("SUPERSEDED", api.upload("s1", OGG));
        assertEquals(new String(OGG, StandardCharsets.UTF_8), hear().body());
    }

    @Test
    void what_is_discarded_of_a_second_try_takes_nothing_from_the_first() throws Exception {
        upload(OGG);
        backend.engine = audio -> {
            throw new TranscriptionFailedException("Away.", true);
        };
        assertEquals(503, api.reprocess("s1", OGG).statusCode());
        assertTrue(api.get("/api/user/recordings").body().contains("\"waiting\""));
        assertEquals(200, api.delete(RunningApi.statusPath("s1", OGG)).statusCode());
        assertEquals("{\"recordings\":[]}", api.get("/api/user/recordings").body());
        assertTrue(isTold());
        assertEquals(new String(OGG, StandardCharsets.UTF_8), hear().body());
    }

    @Test
    void what_was_refused_and_what_is_silent_is_not_kept() throws Exception {
        assertEquals(415, api.upload("s1", new byte[]{1, 2, 3}).statusCode());
        assertSaved("SKIPPED", api.upload("s1", Backend.SILENCE));
        api.awaitSpooled(0);
        assertSaved("CREATED", api.upload("s1", Backend.SPEECH));
        assertEquals(415, api.upload("s1", new byte[]{1, 2, 3}).statusCode());
        assertEquals(new String(Backend.SPEECH, StandardCharsets.UTF_8), hear().body());
    }

    @Test
    void what_was_kept_before_a_start_is_found_after_it() throws Exception {
        upload(OGG);
        api.close();
        api = keeping(Duration.ofDays(1));
        assertTrue(isTold());
        assertEquals(200, hear().statusCode());
        assertEquals(200, api.delete(CONVERSATIONS + "/1").statusCode());
        api.awaitSpooled(0);
    }

    @Test
    void it_goes_when_its_time_is_over_and_when_somebody_removes_it() throws Exception {
        upload(OGG);
        try (Stream<Path> files = Files.list(api.spool().resolve("accepted"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".audio")).toList()) {
                Files.delete(file);
            }
        }
        assertFalse(isTold());
        assertProblem(404, "about:blank", hear());
        upload(OGG);
        assertTrue(isTold());
        backend.clock.advance(Duration.ofDays(1));
        api.sweep();
        assertFalse(isTold());
        assertProblem(404, "about:blank", hear());
    }

    @Test
    void what_is_not_kept_cannot_be_heard() throws Exception {
        api.close();
        api = keeping(Duration.ZERO);
        upload(OGG);
        assertFalse(isTold());
        assertProblem(404, "about:blank", hear());
    }
}
