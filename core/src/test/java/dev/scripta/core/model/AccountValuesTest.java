package dev.scripta.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** What accounts are made of is checked at birth, and tells nothing of anybody. */
final class AccountValuesTest {

    private static final String MARKER = "4711";
    private static final String SMILE = "\ud83d\ude00";
    private static final EmailAddress EMAIL = new EmailAddress("a@b");
    private static final PasswordHash HASH = new PasswordHash("h");
    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09.123456789Z");

    @TestFactory
    Stream<DynamicTest> what_cannot_be_is_refused() {
        Stream<DynamicTest> emails = Stream.of("", " ", "@", "a", "a@", "@b", "a\n@b", "a@b\u0085", "a\0@b",
                "a\ud83d@b",
                "a".repeat(253) + "@b", SMILE.repeat(253) + "@b")
                .map(text -> refused("email", () -> new EmailAddress(text)));
        Stream<DynamicTest> hashes = Stream.of("", " ", "a\tb", "\0", "\udc00", "x".repeat(501))
                .map(text -> refused("password hash", () -> new PasswordHash(text)));
        Stream<DynamicTest> names = Stream.of("", "\0", "\ud83d", "x".repeat(101), SMILE.repeat(101))
                .flatMap(text -> Stream.of(refused("name", () -> named(text)),
                        refused("name", () -> changed(text))));
        Stream<DynamicTest> ids = Stream.of("\0", "\udfff", "x".repeat(51), SMILE.repeat(51))
                .flatMap(text -> Stream.of(refused("medical_id", () -> identified(Optional.of(text), Optional.empty())),
                        refused("national_id", () -> identified(Optional.empty(), Optional.of(text)))));
        Stream<DynamicTest> pictures = Stream.of("\0", "\ud83dx")
                .flatMap(text -> Stream.of(refused("picture", () -> Picture.of(text)),
                        refused("picture", () -> new Picture(Optional.empty(), Optional.of(text)))));
        Stream<DynamicTest> numbers = Stream.of(refused("account id", () -> new AccountId(0)),
                refused("account id", () -> new AccountId(-1)),
                refused("account id", () -> new AccountId(AccountId.MAX_VALUE + 1)),
                refused("password revision", () -> account(0)));
        return Stream.of(emails, hashes, names, ids, pictures, numbers).flatMap(tests -> tests);
    }

    @Test
    void bounds_themselves_are_admitted() {
        assertEquals(3, EMAIL.value().length());
        assertEquals(254, new EmailAddress("a".repeat(252) + "@b").value().length());
        assertEquals(506, new EmailAddress(SMILE.repeat(252) + "@b").value().length());
        assertEquals("\"a@b\"@c", new EmailAddress("\"a@b\"@c").value());
        assertEquals(500, new PasswordHash("x".repeat(500)).value().length());
        assertEquals(1, named("x").name().length());
        assertEquals(200, named(SMILE.repeat(100)).name().length());
        assertEquals(100, identified(Optional.of(SMILE.repeat(50)), Optional.of("")).medicalId()
                .orElseThrow()
                .length());
        assertEquals("1", new AccountId(1).owner().value());
        assertEquals("9007199254740991", new AccountId(AccountId.MAX_VALUE).owner().value());
        assertEquals(1, account(1).passwordRevision());
    }

    @Test
    void times_are_cut_to_the_microsecond() {
        Instant cut = Instant.parse("2024-05-06T07:08:09.123456Z");
        assertEquals(cut, account(1).createdAt());
        assertEquals(cut, account(1).updatedAt());
    }

    /** RFC 5321 section 2.4: what a local part means is its host's to say. */
    @Test
    void addresses_are_compared_exactly() {
        assertFalse(new EmailAddress("A@b").equals(EMAIL));
        assertTrue(new EmailAddress("a@b").equals(EMAIL));
    }

    @Test
    void null_is_refused() {
        Profile profile = named("n");
        for (Executable birth : List.<Executable>of(() -> new EmailAddress(null), () -> new PasswordHash(null),
                () -> named(null), () -> new Profile("n", null, Optional.empty(), Optional.empty(), OptionalInt
                        .empty()),
                () -> identified(null, Optional.empty()), () -> identified(Optional.empty(), null),
                () -> new Profile("n", EMAIL, Optional.empty(), Optional.empty(), null),
                () -> new Picture(null, Optional.empty()), () -> new Picture(Optional.empty(), null),
                () -> new Account(null, profile, HASH, 1, Picture.NONE, NOW, NOW),
                () -> new Account(new AccountId(1), null, HASH, 1, Picture.NONE, NOW, NOW),
                () -> new Account(new AccountId(1), profile, null, 1, Picture.NONE, NOW, NOW),
                () -> new Account(new AccountId(1), profile, HASH, 1, null, NOW, NOW),
                () -> new Account(new AccountId(1), profile, HASH, 1, Picture.NONE, null, NOW),
                () -> new Account(new AccountId(1), profile, HASH, 1, Picture.NONE, NOW, null),
                () -> new AccountResult.Kept(null), () -> AccountChange.of(null))) {
            assertThrows(NullPointerException.class, birth);
        }
    }

    @Test
    void results_have_an_account_when_it_was_kept() {
        assertEquals(Optional.of(account(1)), new AccountResult.Kept(account(1)).account());
        assertEquals(Optional.empty(), new AccountResult.AddressTaken().account());
        assertEquals(Optional.empty(), new AccountResult.Unknown().account());
    }

    @TestFactory
    Stream<DynamicTest> no_toString_tells() {
        EmailAddress email = new EmailAddress(MARKER + "@" + MARKER);
        PasswordHash hash = new PasswordHash(MARKER);
        Picture picture = new Picture(Optional.of(MARKER), Optional.of(MARKER));
        Profile profile = new Profile(MARKER, email, Optional.of(MARKER), Optional.of(MARKER), OptionalInt.of(4711));
        Account account = new Account(new AccountId(1), profile, hash, 1, picture, Instant.EPOCH, Instant.EPOCH);
        AccountChange change = new AccountChange(Optional.of(MARKER), Optional.of(email), OptionalInt.of(4711),
                Optional.of(hash), Optional.of(picture));
        return Stream.of(email, hash, picture, profile, account, change, new AccountResult.Kept(account))
                .map(value -> DynamicTest.dynamicTest(value.getClass().getSimpleName(),
                        () -> assertFalse(value.toString().contains(MARKER), value.toString())));
    }

    @TestFactory
    Stream<DynamicTest> no_message_tells() {
        return Stream.<Executable>of(() -> new EmailAddress(MARKER), () -> new EmailAddress(MARKER + "\n@b"),
                () -> new PasswordHash(MARKER + "\n"), () -> named(MARKER.repeat(30)),
                () -> identified(Optional.of(MARKER.repeat(30)), Optional.empty()), () -> Picture.of(MARKER + "\0"))
                .map(birth -> DynamicTest.dynamicTest("message", () -> {
                    String told = assertThrows(IllegalArgumentException.class, birth).toString();
                    assertFalse(told.contains(MARKER), told);
                }));
    }

    private static DynamicTest refused(String name, Executable birth) {
        return DynamicTest.dynamicTest(name, () -> {
            String message = assertThrows(IllegalArgumentException.class, birth).getMessage();
            assertTrue(message.startsWith(name + " "), message);
        });
    }

    private static Profile named(String name) {
        return new Profile(name, EMAIL, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    private static Profile identified(Optional<String> medical, Optional<String> national) {
        return new Profile("n", EMAIL, medical, national, OptionalInt.empty());
    }

    private static AccountChange changed(String name) {
        return new AccountChange(Optional.of(name), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Account account(long revision) {
        return new Account(new AccountId(1), named("n"), HASH, revision, Picture.NONE, NOW, NOW);
    }
}
