package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.adapters.http.transport.SpooledFile;
import dev.scripta.core.model.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Makes pictures of what users upload: small JPEGs, whatever came. Thread-safe; one is made at a time, for an image takes
 * many times its file's size in memory.
 */
final class ProfilePictures {

    /** What existing pages tell their users. */
    private static final long MAX_BYTES = 5L << 20;
    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".gif", ".webp");

    private final Turns turns = new Turns(1, Duration.ofSeconds(20),
            "Too many pictures are being made. Try again soon.");

    /**
     * The picture in this file.
     *
     * @param name what the user's machine calls it
     * @throws RefusedException 400 when it is none, 503 when too many others wait
     */
    Picture picture(String name, SpooledFile file) {
        if (ENDINGS.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            throw new RefusedException(400, "Invalid file type. Allowed: " + String.join(", ", ENDINGS));
        }
        if (file.size() > MAX_BYTES) {
            throw new RefusedException(400, "File too large. Maximum size is 5MB");
        }
        return turns.take(() -> picture(file));
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
