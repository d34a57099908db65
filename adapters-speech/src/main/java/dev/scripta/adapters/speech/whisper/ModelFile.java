package dev.scripta.adapters.speech.whisper;

import dev.scripta.core.model.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * A model file that is whole. whisper.cpp takes some that are not and then hears nothing, and ends the process over
 * others.
 *
 * @param path where it is
 * @param digest of all its bytes
 * @param multilingual whether it knows more than English
 */
record ModelFile(Path path, Sha256 digest, boolean multilingual) {

    /** Names of engines have at most 100 characters, with what is around this one. */
    private static final int MAX_NAME = 80;

    /**
     * Reads through the whole file.
     *
     * @param expected what its digest must be, where that is known
     * @throws IllegalArgumentException when it cannot be used; the message names it and what to do
     */
    static ModelFile check(Path path, Optional<Sha256> expected) {
        if (!Files.exists(path)) {
            throw refused(path, "is not there; check the path", Optional.empty());
        }
        if (!Files.isRegularFile(path)) {
            throw refused(path, "is no file; name the ggml-*.bin file itself", Optional.empty());
        }
        try {
            boolean multilingual = ModelLayout.check(path).multilingual();
            Sha256 digest = digest(path);
            if (expected.filter(other -> !other.equals(digest)).isPresent()) {
                throw new IllegalArgumentException("has another SHA-256 than the one that is set, namely " + digest
                        .hex());
            }
            return new ModelFile(path, digest, multilingual);
        } catch (EOFException e) {
            throw refused(path, "is cut off; get it again", Optional.of(e));
        } catch (IOException e) {
            throw refused(path, "cannot be read; check its permissions", Optional.of(e));
        } catch (IllegalArgumentException e) {
            throw refused(path, e.getMessage() + "; get it again, as ggml-*.bin of the whisper.cpp project", Optional
                    .of(e));
        }
    }

    /** The file's name without its folders, so that engines and receipts can carry it. */
    String name() {
        String name = String.valueOf(path.getFileName()).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return name.substring(0, Math.min(name.length(), MAX_NAME));
    }

    /** What tells it from others in receipts. */
    String identity() {
        return name() + " sha256:" + digest.abbreviated();
    }

    private static Sha256 digest(Path path) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.finished(digest);
    }

    private static IllegalArgumentException refused(Path path, String why, Optional<Exception> cause) {
        return new IllegalArgumentException("the model file " + path + " " + why, cause.orElse(null));
    }
}
