package dev.scripta.adapters.postgres.backlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.tck.SaveBacklogContract;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileSaveBacklogTest {

    @Nested
    final class AsAContract extends SaveBacklogContract {

        private final AtomicInteger others = new AtomicInteger();

        @TempDir
        private Path folder;

        private SaveBacklog backlog;

        @BeforeEach
        void open() {
            backlog = new FileSaveBacklog(folder, Saves.PLENTY);
        }

        @Override
        public SaveBacklog backlog() {
            return backlog;
        }

        @Override
        public SaveBacklog reopened() {
            return new FileSaveBacklog(folder, Saves.PLENTY);
        }

        @Override
        public SaveBacklog boundedTo(int entries) {
            return another(new BacklogLimits(entries, Long.MAX_VALUE));
        }

        @Override
        public Optional<SaveBacklog> boundedToBytes(long bytes) {
            return Optional.of(another(new BacklogLimits(Integer.MAX_VALUE, bytes)));
        }

        private SaveBacklog another(BacklogLimits limits) {
            return new FileSaveBacklog(folder.resolve("other " + others.incrementAndGet()), limits);
        }
    }

    @TempDir
    private Path parent;

    private Path folder;
    private volatile boolean diskTakes = true;
    private volatile Runnable duringSync = () -> {};
    private final AtomicInteger syncs = new AtomicInteger();

    @BeforeEach
    void choose_folder() {
        folder = parent.resolve("waiting");
    }

    @Test
    void a_file_can_be_read_by_a_person_but_does_not_tell_whose_it_is_by_its_name() throws IOException {
        DeferredSave save = Saves.save("session", "spoken words", 5);
        assertTrue(open().add(save));
        Path file = only(folder, "*.json");
        assertTrue(file.getFileName().toString().matches("[0-9a-f]{64}\\.json"), file.toString());
        assertEquals("""
                {
                "owner": "owner",
                "session": "session",
                "order": 5,
                "at": "2026-01-02T12:00:05Z",
                "fingerprint": "%s",
                "transcript": "spoken words",
                "segments": [],
                "analysis": {"summary":"spoken words"}
                }
                """.formatted(save.request().content().fingerprint().hex()), Files.readString(file));
    }

    @Test
    void nobody_else_can_read_anything() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        FileSaveBacklog backlog = open();
        backlog.add(Saves.save("session", "words", 1));
        backlog.add(Saves.save("session", "other words", 2));
        DeferredSave dead = Saves.save("dead", "words", 1);
        backlog.add(dead);
        backlog.giveUp(dead, "poison");
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> paths = all.toList();
            assertEquals(4, paths.size(), paths.toString());
            for (Path path : paths) {
                assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), path.toString());
            }
        }
    }

    @Test
    void what_was_not_finished_is_removed_at_the_start() throws IOException {
        FileSaveBacklog backlog = open();
        DeferredSave save = Saves.save("session", "words", 1);
        backlog.add(save);
        Path unfinished = Path.of(only(folder, "*.json").toString().replace(".json", ".tmp"));
        Files.writeString(unfinished, "{\"owner\": \"own");
        FileSaveBacklog reopened = open();
        assertFalse(Files.exists(unfinished));
        assertEquals(Optional.of(save), reopened.find(save.key()));
        assertEquals(0, reopened.size().dead());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "\u0000", "{\"owner\": 1}"})
    void a_damaged_file_is_put_apart_and_stops_nothing(String content) throws IOException {
        DeferredSave other = Saves.save("other", "words", 1);
        open().add(other);
        open().add(Saves.save("session", "words", 1));
        Path file = folder.resolve(nameOf("session"));
        Files.writeString(file, content);
        FileSaveBacklog reopened = open();
        assertFalse(Files.exists(file));
        assertEquals(content, Files.readString(only(folder.resolve("dead"), "*")));
        assertEquals(List.of(other.key()), reopened.waiting());
        assertEquals(1, reopened.size().dead());
        assertEquals(1, open().size().dead());
    }

    @Test
    void words_that_were_changed_on_the_disk_are_damage_whenever_it_is_seen() throws IOException {
        DeferredSave save = Saves.save("session", "words", 1);
        FileSaveBacklog backlog = open();
        backlog.add(save);
        Path file = only(folder, "*.json");
        Files.writeString(file, Files.readString(file)
                .replace("\"transcript\": \"words\"", "\"transcript\": \"worms\""));
        assertEquals(Optional.empty(), backlog.find(save.key()));
        assertEquals(new BacklogSize(0, 0, Optional.empty(), 1), backlog.size());
        assertEquals(List.of(), open().waiting());
    }

    @Test
    void bytes_that_are_no_text_are_damage() throws IOException {
        DeferredSave save = Saves.save("session", "words", 1);
        open().add(save);
        Files.write(only(folder, "*.json"), new byte[]{'{', (byte) 0xC3, '('});
        assertEquals(1, open().size().dead());
    }

    @Test
    void a_file_under_the_name_of_another_conversation_is_damage() throws IOException {
        open().add(Saves.save("session", "words", 1));
        Path file = only(folder, "*.json");
        Files.move(file, folder.resolve("0".repeat(64) + ".json"));
        assertEquals(List.of(), open().waiting());
        assertEquals(1, open().size().dead());
    }

    @Test
    void what_was_given_up_lies_apart_with_its_reason_and_can_be_put_back() throws IOException {
        FileSaveBacklog backlog = open();
        DeferredSave save = Saves.save("session", "words", 7);
        backlog.add(save);
        Path file = only(folder, "*.json");
        backlog.giveUp(save, "the database refused");
        assertFalse(Files.exists(file));
        Path dead = only(folder.resolve("dead"), "*.json");
        assertTrue(Files.readString(dead).contains("\"given_up\": \"the database refused\""), "the reason");
        Files.move(dead, file);
        assertEquals(Optional.of(save), open().find(save.key()));
    }

    /** A folder in the way of the unfinished file: the same as a full disk, and works for every user. */
    @Test
    void a_disk_that_takes_nothing_leaves_the_older_save_as_it_was() throws IOException {
        FileSaveBacklog backlog = open();
        DeferredSave older = Saves.save("session", "words", 1);
        backlog.add(older);
        Path obstacle = Path.of(only(folder, "*.json").toString().replace(".json", ".tmp"));
        Files.createDirectories(obstacle.resolve("not empty"));
        BacklogSize before = backlog.size();
        assertFalse(backlog.add(Saves.save("session", "newer words", 2)));
        assertEquals(before, backlog.size());
        assertEquals(Optional.of(older), backlog.find(older.key()));
        Files.delete(obstacle.resolve("not empty"));
        Files.delete(obstacle);
        assertTrue(backlog.add(Saves.save("session", "newer words", 2)));
    }

    @Test
    void a_save_is_kept_though_its_thread_is_interrupted() {
        FileSaveBacklog backlog = open();
        DeferredSave save = Saves.save("session", "words", 1);
        Thread.currentThread().interrupt();
        assertTrue(backlog.add(save));
        assertTrue(Thread.interrupted());
        assertEquals(Optional.of(save), open().find(save.key()));
    }

    @Test
    void unknown_conversations_are_answered_without_the_disk() throws IOException {
        FileSaveBacklog backlog = open();
        Files.delete(folder.resolve("dead"));
        Files.delete(folder);
        assertEquals(Optional.empty(), backlog.find(Saves.save("session", "words", 1).key()));
        assertEquals(List.of(), backlog.waiting());
        assertEquals(0, backlog.size().entries());
    }

    @Test
    void a_file_removed_by_hand_is_forgotten_when_it_is_asked_for() throws IOException {
        FileSaveBacklog backlog = open();
        DeferredSave save = Saves.save("session", "words", 1);
        backlog.add(save);
        Files.delete(only(folder, "*.json"));
        assertEquals(Optional.empty(), backlog.find(save.key()));
        assertEquals(List.of(), backlog.waiting());
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_failure_of_storage() throws IOException {
        Files.writeString(folder, "in the way");
        assertFalse(assertThrows(StorageFailedException.class, this::open).retryable());
    }

    /** What the kit cannot see: the same words with other segments are another save of the same age. */
    @Test
    void only_the_very_save_that_waits_is_removed() {
        FileSaveBacklog backlog = open();
        DeferredSave save = Saves.save("session", "words", 1);
        backlog.add(save);
        Content content = save.request().content();
        assertEquals(content.fingerprint(), Saves.withLanguage(save).request().content().fingerprint());
        backlog.remove(Saves.withLanguage(save));
        assertEquals(Optional.of(save), backlog.find(save.key()));
    }

    @Test
    void of_what_gave_way_a_file_keeps_the_orders_but_no_words() throws IOException {
        FileSaveBacklog backlog = open();
        DeferredSave first = Saves.save("session", "spoken first", 3);
        DeferredSave late = Saves.save("session", "spoken late", 2);
        List.of(first, Saves.save("session", "spoken last", 5), late).forEach(save -> assertTrue(backlog.add(save)));
        String text = Files.readString(only(folder, "*.json"));
        assertTrue(text.endsWith("""
                "analysis": {"summary":"spoken last"},
                "gave_way": [{"fingerprint":"%s","order":2},{"fingerprint":"%s","order":3}]
                }
                """.formatted(fingerprint(late).hex(), fingerprint(first).hex())), text);
        assertFalse(text.contains("first") || text.contains("late"), text);
    }

    @Test
    void of_what_gave_way_the_newest_hundred_are_known() {
        FileSaveBacklog backlog = open();
        List<DeferredSave> saves = LongStream.rangeClosed(1, 102)
                .mapToObj(order -> Saves.save("session", "words " + order, order))
                .toList();
        saves.forEach(backlog::add);
        for (FileSaveBacklog known : List.of(backlog, open())) {
            assertEquals(Optional.empty(), known.orderOf(saves.getFirst().key(), fingerprint(saves.getFirst())));
            for (DeferredSave save : saves.subList(1, saves.size())) {
                assertEquals(Optional.of(save.request().order()), known.orderOf(save.key(), fingerprint(save)));
            }
        }
    }

    @Test
    void what_gave_way_already_is_not_written_again() {
        FileSaveBacklog backlog = open();
        DeferredSave newest = Saves.save("session", "newest words", 5);
        backlog.add(newest);
        backlog.add(Saves.save("session", "words", 2));
        int before = syncs.get();
        assertTrue(backlog.add(Saves.save("session", "words", 2)));
        assertTrue(backlog.add(Saves.save("session", "words", 1)));
        assertTrue(backlog.add(Saves.save("session", "newest words", 4)));
        assertEquals(before, syncs.get());
        backlog.remove(newest);
        assertEquals(List.of(), backlog.waiting());
    }

    @Test
    void what_gave_way_must_be_kept_on_disk_for_an_older_save_to_be_taken() throws IOException {
        FileSaveBacklog backlog = open();
        DeferredSave newest = Saves.save("session", "newest words", 5);
        backlog.add(newest);
        DeferredSave older = Saves.save("session", "words", 2);
        diskTakes = false;
        assertFalse(backlog.add(older));
        diskTakes = true;
        assertTrue(backlog.add(older));
        assertEquals(Optional.of(newest), open().find(newest.key()));
        assertEquals(Optional.of(older.request().order()), open().orderOf(older.key(), fingerprint(older)));
    }

    /** A save that is there although nobody promised to keep it must not hide behind an older one. */
    @Test
    void what_a_failed_write_left_on_the_disk_is_what_waits() {
        FileSaveBacklog backlog = open();
        backlog.add(Saves.save("session", "words", 1));
        DeferredSave newer = Saves.save("session", "newer words", 2);
        diskTakes = false;
        assertFalse(backlog.add(newer));
        assertFalse(backlog.add(newer), "kept for good");
        diskTakes = true;
        assertEquals(Optional.of(newer), backlog.find(newer.key()));
        backlog.remove(newer);
        assertEquals(List.of(), backlog.waiting());
        assertEquals(List.of(), open().waiting());
    }

    @Test
    void that_a_file_is_gone_is_written_through_to_the_disk() {
        FileSaveBacklog backlog = open();
        DeferredSave save = Saves.save("session", "words", 1);
        backlog.add(save);
        int before = syncs.get();
        backlog.remove(save);
        assertEquals(before + 1, syncs.get());
    }

    /** A folder in the place of the file: the disk fails to read it, and works for every user. */
    @Test
    void a_file_that_cannot_be_read_stays_and_is_tried_again() throws IOException {
        DeferredSave save = Saves.save("session", "words", 5);
        open().add(save);
        Path file = only(folder, "*.json");
        Path elsewhere = parent.resolve("elsewhere");
        Files.move(file, elsewhere);
        Files.createDirectory(file);
        FileSaveBacklog backlog = open();
        assertEquals(0, backlog.size().dead());
        assertTrue(assertThrows(StorageFailedException.class, () -> backlog.find(save.key())).retryable());
        assertTrue(assertThrows(StorageFailedException.class, () -> backlog.orderOf(save.key(), fingerprint(save)))
                .retryable());
        assertEquals(List.of(), backlog.waiting());
        assertFalse(backlog.add(Saves.save("session", "other words", 9)), "what is there may be newer");
        Files.delete(file);
        Files.move(elsewhere, file);
        assertEquals(List.of(save.key()), backlog.waiting());
        assertEquals(Optional.of(save), backlog.find(save.key()));
        assertTrue(backlog.add(Saves.save("session", "other words", 9)));
        assertEquals(0, backlog.size().dead());
    }

    /** A reader sees the file of a settled save vanish while the same save is added once more. */
    @Test
    void a_reader_that_saw_a_file_vanish_does_not_forget_what_took_its_place() throws Exception {
        FileSaveBacklog backlog = open();
        DeferredSave save = Saves.save("session", "words", 1);
        backlog.add(save);
        Path file = only(folder, "*.json");
        Path elsewhere = parent.resolve("elsewhere");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FutureTask<Boolean> writer = new FutureTask<>(() -> backlog.add(Saves.save("other", "words", 1)));
        duringSync = () -> {
            inside.countDown();
            await(goOn);
        };
        Thread.ofVirtual().start(writer);
        await(inside);
        Files.move(file, elsewhere);
        FutureTask<Optional<DeferredSave>> reader = new FutureTask<>(() -> backlog.find(save.key()));
        Thread reading = Thread.ofPlatform().start(reader);
        while (reading.getState() != Thread.State.WAITING && !reader.isDone()) {
            Thread.onSpinWait();
        }
        Files.move(elsewhere, file);
        duringSync = () -> {};
        goOn.countDown();
        assertTrue(writer.get());
        assertEquals(Optional.of(save), reader.get());
        assertEquals(Optional.of(save), backlog.find(save.key()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Sha256 fingerprint(DeferredSave save) {
        return save.request().content().fingerprint();
    }

    private void sync(Path synced) throws IOException {
        syncs.incrementAndGet();
        duringSync.run();
        if (!diskTakes) {
            throw new IOException("the names cannot be written through to the disk");
        }
        FolderSync.bySystem(synced);
    }

    private FileSaveBacklog open() {
        return new FileSaveBacklog(folder, Saves.PLENTY, this::sync);
    }

    private String nameOf(String session) throws IOException {
        Path elsewhere = parent.resolve("for the name");
        new FileSaveBacklog(elsewhere, Saves.PLENTY).add(Saves.save(session, "words", 1));
        return only(elsewhere, "*.json").getFileName().toString();
    }

    private static Path only(Path where, String pattern) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(where, pattern)) {
            found.forEach(files::add);
        }
        assertEquals(1, files.size(), files.toString());
        return files.getFirst();
    }
}
