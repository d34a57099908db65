package dev.scripta.adapters.http.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A file that comes with the program. Immutable. */
public final class Resource {

    private final String name;
    private final byte[] bytes;

    Resource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * At this place of the class path, relative to this package or from the root on.
     *
     * @throws IllegalStateException when it is not there
     */
    public static Resource named(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new Resource(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The version of a library, told by the jar that is really there.
     *
     * @param artifact such as {@code org.webjars/swagger-ui}, made by Maven
     * @throws IllegalStateException when it is not there
     */
    public static String versionOf(String artifact) {
        Properties maven = new Properties();
        try {
            maven.load(new ByteArrayInputStream(named("/META-INF/maven/" + artifact + "/pom.properties").bytes));
            return maven.getProperty("version");
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
    public byte[] bytes() {
        return bytes;
    }
}
