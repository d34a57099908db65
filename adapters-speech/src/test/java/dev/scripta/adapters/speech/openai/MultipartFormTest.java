package dev.scripta.adapters.speech.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MultipartFormTest {

    private static final byte[] AUDIO = {0, 1, '\r', '\n', '-', '-', -1};

    @TempDir
    private Path folder;

    @Test
    void the_form_is_as_rfc_7578_demands() throws Exception {
        MultipartForm form = new MultipartForm(new Random(1));
        form.add("model", "whisper-1");
        form.add("timestamp_granularities[]", "segment");
        BodyPublisher body = form.with("file", audio(), "audio.wav", "audio/wav");
        String boundary = boundary(form);
        String text = String.join("\r\n", "--B", "Content-Disposition: form-data; name=\"model\"", "", "whisper-1",
                "--B", "Content-Disposition: form-data; name=\"timestamp_granularities[]\"", "", "segment", "--B",
                "Content-Disposition: form-data; name=\"file\"; filename=\"audio.wav\"", "Content-Type: audio/wav", "",
                new String(AUDIO, StandardCharsets.ISO_8859_1), "--B--", "");
        byte[] expected = text.replace("--B", "--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(expected, sent(body));
        assertEquals(expected.length, body.contentLength());
        assertArrayEquals(expected, sent(body), "a second time");
    }

    @Test
    void names_cannot_break_out_and_values_are_utf_8() throws Exception {
        MultipartForm form = new MultipartForm(new Random(1));
        form.add("a\"\r\nX: 1", "Größe");
        BodyPublisher body = form.with("file", audio(), "a\"b", "audio/wav");
        String text = new String(sent(body), StandardCharsets.UTF_8);
        assertTrue(text.contains("name=\"a%22%0D%0AX: 1\"\r\n\r\nGröße\r\n"), text);
        assertTrue(text.contains("filename=\"a%22b\""), text);
        assertEquals(sent(body).length, body.contentLength());
    }

    @Test
    void boundaries_are_long_fresh_and_need_no_quotes() {
        Random random = new Random(1);
        String first = boundary(new MultipartForm(random));
        assertTrue(first.matches("[0-9A-Za-z]{48}"), first);
        assertNotEquals(first, boundary(new MultipartForm(random)));
    }

    @Test
    void a_file_that_is_gone_is_no_form() {
        MultipartForm form = new MultipartForm(new Random(1));
        assertThrows(FileNotFoundException.class,
                () -> form.with("file", folder.resolve("gone"), "audio.wav", "audio/wav"));
    }

    private Path audio() throws Exception {
        return Files.write(folder.resolve("audio"), AUDIO);
    }

    private static String boundary(MultipartForm form) {
        String type = form.type();
        assertTrue(type.startsWith("multipart/form-data; boundary="), type);
        return type.substring(type.indexOf('=') + 1);
    }

    private static byte[] sent(BodyPublisher body) {
        BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
        body.subscribe(new Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                bytes.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer buffer) {
                bytes.onNext(List.of(buffer));
            }

            @Override
            public void onError(Throwable failure) {
                bytes.onError(failure);
            }

            @Override
            public void onComplete() {
                bytes.onComplete();
            }
        });
        return bytes.getBody().toCompletableFuture().join();
    }
}
