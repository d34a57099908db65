package dev.scripta.adapters.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that comes with the program. */
final class Resource {

    private final String name;
    private final byte[] bytes;

    Resource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** At this place of the class path, relative to this package or from the root on. */
    static Resource named(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new Resource(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one text in the place of another. */
    Resource replaced(String placeholder, String text) {
        String whole = new String(bytes, StandardCharsets.UTF_8).replace(placeholder, text);
        return new Resource(name, whole.getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return name;
    }

    /** What is in it; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
