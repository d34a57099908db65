package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.adapters.http.transport.SpooledFile;
import dev.scripta.core.model.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Makes pictures of what users upload: small JPEGs, whatever came. Thread-safe; one is made at a time, for an image takes
 * many times its file's size in memory.
 */
final class ProfilePictures {

    /** What existing pages tell their users. */
    private static final long MAX_BYTES = 5L << 20;
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".gif", ".webp");

    private final Semaphore one = new Semaphore(1, true);

    /**
     * The picture in this file.
     *
     * @param name what the user's machine calls it
     * @throws RefusedException 400 when it is none
     */
    Picture picture(String name, SpooledFile file) {
        if (ENDINGS.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            throw new RefusedException(400, "Invalid file type. Allowed: " + String.join(", ", ENDINGS));
        }
        if (file.size() > MAX_BYTES) {
            throw new RefusedException(400, "File too large. Maximum size is 5MB");
        }
        one.acquireUninterruptibly();
        try {
            return picture(file);
        } finally {
            one.release();
        }
    }

    private static Picture picture(SpooledFile file) {
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            Thumbnail.write(ImageFile.read(file.path()), jpeg);
            return Picture.of("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.toByteArray()));
        } catch (RefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            // Readers of images fail in as many ways as there are broken files.
            throw new RefusedException(400, "The file is not an image that can be read here");
        }
    }
}
