package dev.scripta.adapters.http.page;

import dev.scripta.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A page that comes with the program, in memory: {@value #START}, and the files that it asks for. These are served at
 * addresses that change whenever any file does, so that browsers may keep them for ever and never mix versions. Immutable.
 */
public final class Page {

    /**
     * The file that is served at {@code /}; in it, {@code {version}} stands for the version of all files, and
     * {@code {modules}} for links that announce all scripts, so that none waits until another was read.
     */
    public static final String START = "index.html";

    private final SortedMap<String, byte[]> files;
    private final String version;

    /**
     * A page of these files.
     *
     * @param files by name, folders parted by slashes; with a {@value #START}; not to be changed any more
     * @throws IllegalArgumentException when there is no {@value #START}
     */
    public Page(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
        if (!this.files.containsKey(START)) {
            throw new IllegalArgumentException("a page needs " + START);
        }
        this.version = version(this.files);
    }

    String version() {
        return version;
    }

    /** The file that begins the page, with what its placeholders stand for. */
    byte[] start() {
        String modules = files.keySet()
                .stream()
                .filter(name -> name.endsWith(".js"))
                .map(name -> "<link rel=\"modulepreload\" href=\"/page/{version}/" + name + "\">")
                .collect(Collectors.joining("\n"));
        String text = new String(files.get(START), StandardCharsets.UTF_8);
        return text.replace("{modules}", modules).replace("{version}", version).getBytes(StandardCharsets.UTF_8);
    }

    Map<String, byte[]> files() {
        return files;
    }

    private static String version(SortedMap<String, byte[]> files) {
        MessageDigest digest = Sha256.newDigest();
        files.forEach((name, bytes) -> {
            digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return Sha256.finished(digest).abbreviated();
    }
}
