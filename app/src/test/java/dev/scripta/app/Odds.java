package dev.scripta.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Chance from one seed: the same seed, the same requests. */
record Odds(Random random) {

    private static final List<String> TEXTS = List.of("", " ", "a", "s1", "Ann", "../../etc/passwd", "a/b", "\u0000",
            "\u202e\u0645\u0631\u062d\u0628\u0627", "\ud83d\ude80", "<script>alert(1)</script>", "' OR 1=1 --",
            "%s%n%d",
            "${jndi:ldap://x}", "x".repeat(101), "x".repeat(5_000), "a\r\nSet-Cookie: b=c", "true", "null", "{}",
            "%2e%2e",
            "\\", "\"", "a@b", "a@b.example", "Name <a@b.example>", "\t", "\u00e4\u00f6\u00fc");
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "10", "50", "51", "2147483648",
            "-9223372036854775808",
            "99999999999999999999999", "1.5", "1e9", "0x10", "", "abc", "NaN", "1_0", " 2");

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    /** Now and then a very long one: what takes time by its length must show it. */
    String text() {
        return oneIn(500) ? pick("9", "x", "[", "\u0628 ", "-").repeat(500_000) : pick(TEXTS);
    }

    String number() {
        return oneIn(4) ? Long.toString(random.nextLong()) : pick(NUMBERS);
    }

    /** Of no audio or image format, or with the first bytes of one. */
    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(oneIn(20) ? 100_000 : 300)];
        random.nextBytes(bytes);
        byte[] magic = pick("RIFF____WAVEfmt ", "\u001aE\u00df\u00a3", "OggS", "ID3", "\u0089PNG\r\n\u001a\n", "GIF89a",
                "")
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(magic, 0, bytes, 0, Math.min(magic.length, bytes.length));
        return bytes;
    }

    /** The bytes, sometimes broken, each as a character of its own. */
    String sometimesBroken(byte[] bytes) {
        return new String(oneIn(5) ? broken(bytes) : bytes, StandardCharsets.ISO_8859_1);
    }

    /** Cut off, or with a few bytes that are others. */
    byte[] broken(byte[] bytes) {
        byte[] broken = oneIn(2) ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes.clone();
        for (int i = 0; i < 3 && broken.length > 0; i++) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        return broken;
    }
}
