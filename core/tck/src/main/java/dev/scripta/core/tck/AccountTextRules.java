package dev.scripta.core.tck;

import static dev.scripta.core.tck.AccountSteps.assertAlike;
import static dev.scripta.core.tck.AccountSteps.assertStored;
import static dev.scripta.core.tck.AccountSteps.kept;
import static dev.scripta.core.tck.AccountSteps.newAddress;
import static dev.scripta.core.tck.AccountSteps.newProfile;
import static dev.scripta.core.tck.AccountSteps.CREATED_AT;
import static dev.scripta.core.tck.AccountSteps.HASH;
import static dev.scripta.core.tck.AccountSteps.LATER;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Text comes back as it was told, to the last character. */
interface AccountTextRules extends AccountRules {

    /** Which ages make sense is not for a store to say. */
    List<OptionalInt> AGES = List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(-1),
            OptionalInt.of(Integer.MAX_VALUE), OptionalInt.of(Integer.MIN_VALUE));

    /**
     * Text of all scripts and text that looks like a part of a statement is data, in every field and both when an account is
     * made and when it is changed.
     *
     * <p>
     * If this fails, check the encoding of store and connection, and that every value is bound.
     */
    @Test
    default void u10_text_is_exact() {
        Stream.of(SampleTexts.SCRIPTS, SampleTexts.HOSTILE).flatMap(List::stream).forEach(this::assertExact);
    }

    /**
     * Text of the greatest length comes back whole, counted in characters, and so does a picture of megabytes.
     *
     * <p>
     * If this fails, check the columns' types and lengths, and for an index on a column that may be long.
     */
    @Test
    default void u10_long_text_is_exact() {
        for (String character : List.of("x", "\u00e9", "\ud83d\ude00")) {
            Profile profile = new Profile(character.repeat(100),
                    new EmailAddress(character.repeat(254 - newAddress().value().length()) + newAddress().value()),
                    Optional.of(character.repeat(50)), Optional.of(character.repeat(50)), OptionalInt.empty());
            assertRoundTrip(profile, new PasswordHash(character.repeat(500)),
                    new Picture(Optional.of(character.repeat(1 << 20)), Optional.of(character.repeat(1_000))));
        }
    }

    /**
     * No text is told from empty text, and every age from none.
     *
     * <p>
     * If this fails, check for stores that take empty text for NULL, and for 0 in the place of nothing.
     */
    @Test
    default void u10_nothing_is_told_from_empty() {
        for (Optional<String> text : List.of(Optional.<String>empty(), Optional.of(""))) {
            for (OptionalInt age : AGES) {
                assertRoundTrip(new Profile("Anna", newAddress(), text, text, age), HASH, new Picture(text, text));
            }
        }
    }

    private void assertExact(String text) {
        // Not every text makes an address, a hash or a name; what is no control character does.
        String printable = text.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Profile profile = new Profile(text, new EmailAddress(printable + newAddress().value()), Optional.of(cut(text)),
                Optional.of(cut(text)), OptionalInt.of(1));
        assertRoundTrip(profile, new PasswordHash("x" + printable), new Picture(Optional.of(text), Optional.of(text)));
    }

    private void assertRoundTrip(Profile profile, PasswordHash password, Picture picture) {
        Account made = kept(repository().create(profile, password, CREATED_AT));
        assertAlike(new Account(made.id(), profile, password, 1, Picture.NONE, CREATED_AT, CREATED_AT), made);
        assertStored(made, repository());
        Account other = kept(repository().create(newProfile(), HASH, CREATED_AT));
        Profile moved = new Profile(profile.name(), new EmailAddress("x" + newAddress().value()),
                other.profile().medicalId(), other.profile().nationalId(),
                profile.age().isPresent() ? profile.age() : other.profile().age());
        AccountChange change = new AccountChange(Optional.of(moved.name()), Optional.of(moved.email()), profile.age(),
                Optional.of(password), Optional.of(picture));
        long revision = password.equals(HASH) ? 1 : 2;
        Account changed = kept(repository().change(other.id(), change, LATER));
        assertAlike(new Account(other.id(), moved, password, revision, picture, CREATED_AT, LATER), changed);
        assertStored(changed, repository());
    }

    private static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(50, text.codePointCount(0, text.length()))));
    }
}
