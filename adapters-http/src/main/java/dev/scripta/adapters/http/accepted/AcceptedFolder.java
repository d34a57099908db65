package dev.scripta.adapters.http.accepted;

import dev.scripta.adapters.http.transport.Disk;
import dev.scripta.adapters.http.transport.PrivateFiles;
import dev.scripta.core.model.AudioSource;
import dev.scripta.core.model.Recording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The files of accepted recordings: {@code <name>.json} and {@code <name>.audio}. There is no audio without its manifest:
 * that comes first and goes last. Survives the end of the process at any moment; that of the machine, unless it was written
 * through to the disk, may cost the audio, which its digest then shows. Whoever calls sees to it that one thread at a time
 * touches one recording.
 */
final class AcceptedFolder {

    private static final String MANIFEST = ".json";
    private static final String AUDIO = ".audio";
    private static final String DRAFT = ".draft";

    private final Path folder;
    private final ManifestJson json = new ManifestJson();
    private final Register register = new Register();
    private final ReentrantLock filling = new ReentrantLock();
    private boolean filled;

    /** Nothing is made before the first recording. */
    AcceptedFolder(Path folder) {
        this.folder = folder;
    }

    /** Deletes what a killed process had not written to its end; while nothing is being written. */
    void deleteDrafts() throws IOException {
        for (String name : names(DRAFT)) {
            Files.delete(folder.resolve(name + DRAFT));
        }
    }

    Path audio(String name) {
        return folder.resolve(name + AUDIO);
    }

    /** Finds recordings by whose they are; reads the whole folder once. */
    Register register() throws IOException {
        filling.lock();
        try {
            for (String name : filled ? List.<String>of() : names()) {
                manifest(name).ifPresent(register::add);
            }
            filled = true;
            return register;
        } finally {
            filling.unlock();
        }
    }

    /** The names of all recordings. */
    List<String> names() throws IOException {
        return names(MANIFEST);
    }

    private List<String> names(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(kind))
                    .map(file -> file.substring(0, file.length() - kind.length()))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException notMadeYet) {
            return List.of();
        }
    }

    /** The manifest as it is; empty when there is none, or a damaged one. */
    Optional<Manifest> manifest(String name) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve(name + MANIFEST));
            return json.manifest(new String(bytes, StandardCharsets.UTF_8)).filter(found -> found.name().equals(name));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Writes or replaces the manifest as a whole. */
    void write(Manifest manifest) throws IOException {
        PrivateFiles.makeFolder(folder);
        Path draft = folder.resolve(manifest.name() + DRAFT);
        Files.deleteIfExists(draft);
        try (SeekableByteChannel file = PrivateFiles.makeFile(draft)) {
            ByteBuffer bytes = ByteBuffer.wrap(json.text(manifest).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
        Files.move(draft, folder.resolve(manifest.name() + MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        register.add(manifest);
    }

    /** Takes the audio in, in place of what is there. */
    void takeIn(Path audio, String name) throws IOException {
        Files.move(audio, audio(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a recording through to the disk: it survives the end of the machine from now on. */
    void force(String name) throws IOException {
        Disk.forceFile(audio(name));
        Disk.forceFile(folder.resolve(name + MANIFEST));
        Disk.forceFolder(folder);
        Disk.forceFolder(folder.resolve(".."));
    }

    boolean hasAudio(String name) {
        return Files.exists(audio(name));
    }

    /** Whether the audio is what was accepted: reads it once. */
    boolean isWhole(Manifest manifest) throws IOException {
        AudioSource audio = AudioSource.of(audio(manifest.name()));
        return audio.size() == manifest.size() && Recording.digestOf(audio).equals(manifest.digest());
    }

    void delete(String name) throws IOException {
        Optional<Manifest> manifest = manifest(name);
        Files.deleteIfExists(audio(name));
        Files.deleteIfExists(folder.resolve(name + MANIFEST));
        manifest.ifPresent(register::remove);
    }

    void move(String name, AcceptedFolder target) throws IOException {
        PrivateFiles.makeFolder(target.folder);
        Optional<Manifest> manifest = manifest(name);
        for (String kind : List.of(AUDIO, MANIFEST)) {
            Path file = folder.resolve(name + kind);
            if (Files.exists(file)) {
                Files.move(file, target.folder.resolve(name + kind), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        manifest.ifPresent(register::remove);
        manifest.ifPresent(target.register::add);
    }
}
