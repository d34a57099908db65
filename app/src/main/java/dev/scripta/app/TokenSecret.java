package dev.scripta.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The secret that tokens are signed with where none is set: made at the first start and kept, or all would be signed out. */
final class TokenSecret {

    private static final String FILE = "secret";

    /** As many as HMAC-SHA-256 makes use of (RFC 7518 section 3.2). */
    private static final int BYTES = 32;

    private TokenSecret() {}

    /** The secret in this folder, which is readable by its owner only; one process at a time asks. */
    static String in(Path folder, RandomGenerator random) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            keep(made(random), file);
        }
        String secret = Files.readString(file).strip();
        if (secret.length() < BYTES) {
            throw new StartupException(file + " does not hold a secret: set SCRIPTA_AUTH_SECRET, or remove the file to "
                    + "have a new one made, which signs everybody out.");
        }
        return secret;
    }

    private static String made(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** As a whole or not at all, however the process ends. */
    private static void keep(String secret, Path file) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), FILE, ".tmp");
        Files.writeString(draft, secret);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
