package dev.scripta.adapters.http.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder whose files may be read by anybody, and nothing beside it: no folders, no hidden files, no way out through
 * {@code ..} or symbolic links.
 *
 * @param root the folder
 */
record Folder(Path root) {

    /** The file of this name, its parts separated by slashes; empty when there is none that may be read. */
    Optional<Path> file(String name) {
        boolean plain = Stream.of(name.split("/", -1)).noneMatch(part -> part.isEmpty() || part.startsWith("."));
        if (!plain || name.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        try {
            // Links are followed before it is seen where they lead; from then on nothing is left to follow.
            Path inside = root.toRealPath();
            return Optional.of(inside.resolve(name).toRealPath())
                    .filter(file -> file.startsWith(inside) && Files.isRegularFile(file) && Files.isReadable(file));
        } catch (IOException | InvalidPathException notThere) {
            return Optional.empty();
        }
    }
}
