package dev.scripta.core.tck;

import static dev.scripta.core.tck.AccountSteps.age;
import static dev.scripta.core.tck.AccountSteps.assertAlike;
import static dev.scripta.core.tck.AccountSteps.assertStored;
import static dev.scripta.core.tck.AccountSteps.created;
import static dev.scripta.core.tck.AccountSteps.email;
import static dev.scripta.core.tck.AccountSteps.kept;
import static dev.scripta.core.tck.AccountSteps.name;
import static dev.scripta.core.tck.AccountSteps.newAddress;
import static dev.scripta.core.tck.AccountSteps.newProfile;
import static dev.scripta.core.tck.AccountSteps.CREATED_AT;
import static dev.scripta.core.tck.AccountSteps.HASH;
import static dev.scripta.core.tck.AccountSteps.LATER;
import static dev.scripta.core.tck.AccountSteps.LATEST;
import static dev.scripta.core.tck.AccountSteps.OTHER_HASH;
import static dev.scripta.core.tck.AccountSteps.PICTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What becomes of accounts. */
interface AccountChangeRules extends AccountRules {

    /**
     * A change of each thing on its own changes that thing, and all else stays.
     *
     * <p>
     * If this fails, check that what a change does not name is left as it is in the row.
     */
    @Test
    default void u04_each_thing_changes_alone() {
        EmailAddress moved = newAddress();
        assertChanged(name("Berta"), old -> named("Berta", old), Picture.NONE);
        assertChanged(email(moved), old -> new Profile(old.name(), moved, old.medicalId(), old.nationalId(), old.age()),
                Picture.NONE);
        assertChanged(age(0), old -> new Profile(old.name(), old.email(), old.medicalId(), old.nationalId(),
                OptionalInt.of(0)), Picture.NONE);
        assertChanged(AccountChange.of(PICTURE), old -> old, PICTURE);
        Picture both = new Picture(PICTURE.data(), Optional.of("https://example.org/a.png"));
        assertChanged(AccountChange.of(both), old -> old, both);
    }

    /**
     * All things may change at once, and a picture may go again.
     *
     * <p>
     * If this fails, check that no picture is told from no change of the picture.
     */
    @Test
    default void u04_all_things_change_at_once_and_a_picture_goes() {
        Account account = created(repository(), newProfile());
        EmailAddress moved = newAddress();
        Account changed = kept(repository().change(account.id(), new AccountChange(Optional.of("Berta"),
                Optional.of(moved), OptionalInt.of(42), Optional.of(OTHER_HASH), Optional.of(PICTURE)), LATER));
        Profile profile = new Profile("Berta", moved, account.profile().medicalId(), account.profile().nationalId(),
                OptionalInt.of(42));
        assertAlike(new Account(account.id(), profile, OTHER_HASH, 2, PICTURE, CREATED_AT, LATER), changed);
        assertStored(changed, repository());
        Account bare = kept(repository().change(account.id(), AccountChange.of(Picture.NONE), LATEST));
        assertAlike(new Account(account.id(), profile, OTHER_HASH, 2, Picture.NONE, CREATED_AT, LATEST), bare);
        assertStored(bare, repository());
    }

    /**
     * The time of update stays when everything is as it was: nothing named, or only what is there already. Otherwise it
     * moves.
     *
     * <p>
     * If this fails, check that old and new are compared, also where there is nothing (NULL is not equal to NULL).
     */
    @Test
    default void u05_what_changes_nothing_leaves_the_time() {
        Account account = created(repository(), newProfile());
        Profile profile = account.profile();
        for (AccountChange change : List.of(AccountChange.NONE, name(profile.name()), email(profile.email()),
                age(profile.age().orElseThrow()), AccountChange.of(Picture.NONE),
                new AccountChange(Optional.of(profile.name()), Optional.of(profile.email()), profile.age(),
                        Optional.of(HASH), Optional.of(Picture.NONE)))) {
            assertAlike(account, kept(repository().change(account.id(), change, LATER)));
            assertStored(account, repository());
        }
        Account pictured = kept(repository().change(account.id(), AccountChange.of(PICTURE), LATER));
        assertEquals(LATER, pictured.updatedAt(), "moved with the picture");
        assertAlike(pictured, kept(repository().change(account.id(), AccountChange.of(PICTURE), LATEST)));
        assertStored(pictured, repository());
    }

    /**
     * The time of update never goes back: machines' clocks differ, and a change may come late.
     *
     * <p>
     * If this fails, check that the later of both times is kept.
     */
    @Test
    default void u05_time_of_update_never_goes_back() {
        Account account = created(repository(), newProfile());
        kept(repository().change(account.id(), name("Berta"), LATEST));
        Account late = kept(repository().change(account.id(), name("Carla"), LATER));
        assertAlike(new Account(account.id(), named("Carla", account.profile()), account.password(), 1,
                account.picture(), CREATED_AT, LATEST), late);
        assertStored(late, repository());
    }

    /**
     * An address that another account has is taken, and nothing of the change is done.
     *
     * <p>
     * If this fails, check that all is one statement, and what becomes of it when it meets the address's key.
     */
    @Test
    default void u06_address_of_another_is_taken_and_nothing_changes() {
        Account account = created(repository(), newProfile());
        Account other = created(repository(), newProfile());
        AccountChange change = new AccountChange(Optional.of("Berta"), Optional.of(other.profile().email()),
                OptionalInt.of(42), Optional.of(OTHER_HASH), Optional.of(PICTURE));
        assertEquals(new AccountResult.AddressTaken(), repository().change(account.id(), change, LATER));
        assertStored(account, repository());
        assertStored(other, repository());
        assertAlike(with(account, named("Berta", account.profile()), Picture.NONE),
                kept(repository().change(account.id(), name("Berta"), LATER)));
    }

    /**
     * An address that was given up leads nowhere, and others may have it.
     *
     * <p>
     * If this fails, check for a second index of addresses, or a cache.
     */
    @Test
    default void u06_address_given_up_is_free() {
        Account account = created(repository(), newProfile());
        EmailAddress old = account.profile().email();
        repository().change(account.id(), email(newAddress()), LATER);
        assertEquals(Optional.empty(), repository().find(old));
        Account other = created(repository(), newProfile());
        assertEquals(old, kept(repository().change(other.id(), email(old), LATER)).profile().email());
        assertEquals(other.id(), repository().find(old).orElseThrow().id());
    }

    /**
     * A change of an account that does not exist is told apart, also when it asks for an address that is taken.
     *
     * <p>
     * If this fails, check what is made of no row, and that nothing is created.
     */
    @Test
    default void u07_account_that_does_not_exist_is_unknown() {
        AccountId nobody = new AccountId(AccountId.MAX_VALUE);
        Account other = created(repository(), newProfile());
        for (AccountChange change : List.of(AccountChange.NONE, name("Berta"), email(newAddress()),
                email(other.profile().email()))) {
            assertEquals(new AccountResult.Unknown(), repository().change(nobody, change, LATER));
            assertEquals(Optional.empty(), repository().find(nobody));
        }
        assertStored(other, repository());
    }

    /** Changes an account of its own, and looks. */
    private void assertChanged(AccountChange change, UnaryOperator<Profile> profile, Picture picture) {
        Account account = created(repository(), newProfile());
        Account expected = with(account, profile.apply(account.profile()), picture);
        assertAlike(expected, kept(repository().change(account.id(), change, LATER)));
        assertStored(expected, repository());
    }

    private static Account with(Account account, Profile profile, Picture picture) {
        return new Account(account.id(), profile, account.password(), account.passwordRevision(), picture,
                account.createdAt(), LATER);
    }

    private static Profile named(String name, Profile profile) {
        return new Profile(name, profile.email(), profile.medicalId(), profile.nationalId(), profile.age());
    }
}
