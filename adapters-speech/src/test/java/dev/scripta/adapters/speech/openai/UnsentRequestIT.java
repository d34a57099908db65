package dev.scripta.adapters.speech.openai;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.speech.audio.AudioFormat;
import dev.scripta.adapters.speech.clip.Clip;
import dev.scripta.adapters.speech.clip.ClipRequest;
import dev.scripta.core.error.TranscriptionFailedException;
import dev.scripta.core.tck.server.ScriptedAnswer;
import dev.scripta.core.tck.server.ScriptedServer;
import dev.scripta.core.usecase.SystemTicker;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that no server has the whole of: nothing can have been billed. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class UnsentRequestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** More than sockets buffer on the way. */
    private static final int CLIP_BYTES = 64 << 20;

    @TempDir
    private Path folder;

    @Test
    void a_connection_that_breaks_while_the_audio_is_sent_may_be_tried_again() throws Exception {
        try (ServerSocket server = server()) {
            Thread.ofVirtual().start(() -> acceptOne(server, socket -> {
                socket.getInputStream().readNBytes(1_000);
                socket.setSoLinger(true, 0);
                socket.close();
            }));
            assertUnsent(Optional.of(Duration.ZERO), failure("http", server, PATIENCE));
        }
    }

    @Test
    void audio_that_is_not_taken_in_time_was_not_billed() throws Exception {
        try (ServerSocket server = server()) {
            assertUnsent(Optional.empty(), failure("http", server, Duration.ofSeconds(3)));
        }
    }

    @Test
    void a_server_that_knows_no_tls_was_sent_nothing() throws Exception {
        try (ServerSocket server = server()) {
            Thread.ofVirtual().start(() -> acceptOne(server, socket -> {
                socket.getInputStream().readNBytes(1);
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }));
            assertUnsent(Optional.of(Duration.ZERO), failure("https", server, PATIENCE));
        }
    }

    @Test
    void nothing_is_sent_after_closing() throws Exception {
        try (ScriptedServer server = ScriptedServer.always(ScriptedAnswer.json(200, "{\"text\":\"Hello.\"}"))) {
            OpenAiRecogniser engine = engine(server.url());
            engine.close();
            assertFalse(failure(engine, PATIENCE).outcomeUnknown());
            assertEquals(0, server.count());
        }
    }

    private TranscriptionFailedException failure(String scheme, ServerSocket server, Duration patience)
            throws IOException {
        try (OpenAiRecogniser engine = engine(URI.create(scheme + "://127.0.0.1:" + server.getLocalPort()))) {
            return failure(engine, patience);
        }
    }

    private TranscriptionFailedException failure(OpenAiRecogniser engine, Duration patience) throws IOException {
        Path file = folder.resolve("clip");
        try (RandomAccessFile clip = new RandomAccessFile(file.toFile(), "rw")) {
            clip.setLength(CLIP_BYTES);
        }
        ClipRequest request =
                new ClipRequest(new Clip(file, AudioFormat.WAV, Duration.ofMinutes(30)), Optional.empty(), patience);
        return assertThrows(TranscriptionFailedException.class, () -> engine.recognise(request));
    }

    private static OpenAiRecogniser engine(URI url) {
        return new OpenAiRecogniser(OpenAiSettings.of(new OpenAiServer(url, Optional.empty()), "whisper-1"),
                new SecureRandom(), new SystemTicker());
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void assertUnsent(Optional<Duration> again, TranscriptionFailedException failure) {
        assertFalse(failure.outcomeUnknown(), failure::detail);
        assertTrue(failure.retryable());
        assertEquals(again, failure.retryAfter());
    }

    private static void acceptOne(ServerSocket server, Talk talk) {
        try (Socket socket = server.accept()) {
            talk.with(socket);
        } catch (IOException e) {
            // The client goes when it wants.
        }
    }

    private interface Talk {
        void with(Socket socket) throws IOException;
    }
}
