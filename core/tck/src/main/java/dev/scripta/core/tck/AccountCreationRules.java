package dev.scripta.core.tck;

import static dev.scripta.core.tck.AccountSteps.assertAlike;
import static dev.scripta.core.tck.AccountSteps.assertStored;
import static dev.scripta.core.tck.AccountSteps.created;
import static dev.scripta.core.tck.AccountSteps.kept;
import static dev.scripta.core.tck.AccountSteps.newAddress;
import static dev.scripta.core.tck.AccountSteps.newProfile;
import static dev.scripta.core.tck.AccountSteps.profile;
import static dev.scripta.core.tck.AccountSteps.CREATED_AT;
import static dev.scripta.core.tck.AccountSteps.HASH;
import static dev.scripta.core.tck.AccountSteps.LATER;
import static dev.scripta.core.tck.AccountSteps.OTHER_HASH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How accounts come to be. */
interface AccountCreationRules extends AccountRules {

    /**
     * A new account has what it was made of, password revision 1, no picture, and one time for both.
     *
     * <p>
     * If this fails, check what is inserted, and that the answer is read from what was.
     */
    @Test
    default void u01_new_account_is_as_it_was_made() {
        Profile bare = new Profile("B", newAddress(), Optional.empty(), Optional.empty(), OptionalInt.empty());
        for (Profile profile : List.of(newProfile(), bare)) {
            Account account = created(repository(), profile);
            assertAlike(new Account(account.id(), profile, HASH, 1, Picture.NONE, CREATED_AT, CREATED_AT), account);
            assertStored(account, repository());
        }
    }

    /**
     * Every account has a number of its own.
     *
     * <p>
     * If this fails, check how ids are made, and what happens when one is taken.
     */
    @Test
    default void u01_ids_are_unique() {
        Set<AccountId> ids = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            ids.add(created(repository(), newProfile()).id());
        }
        assertEquals(300, ids.size());
    }

    /**
     * Times are kept to the microsecond, whatever zones and summer times there are.
     *
     * <p>
     * If this fails, check the columns' types and how times are bound and read.
     */
    @Test
    default void u01_times_are_exact_to_the_microsecond() {
        for (Instant time : SampleTimes.ALL) {
            Account account = kept(repository().create(newProfile(), HASH, time));
            assertAlike(new Account(account.id(), account.profile(), HASH, 1, Picture.NONE, time, time), account);
            assertStored(account, repository());
        }
    }

    /**
     * An address that an account has is taken, and that account stays as it is.
     *
     * <p>
     * If this fails, check that the address has a unique key, and that meeting it changes nothing.
     */
    @Test
    default void u02_address_is_given_once() {
        Account first = created(repository(), newProfile());
        Profile rival = new Profile("Rival", first.profile().email(), Optional.empty(), Optional.empty(),
                OptionalInt.empty());
        assertEquals(new AccountResult.AddressTaken(), repository().create(rival, OTHER_HASH, LATER));
        assertStored(first, repository());
    }

    /**
     * Addresses are told apart exactly: letter case, blanks and Unicode form count.
     *
     * <p>
     * If this fails, check the collation of the column, and for functions such as lower() in index and condition.
     */
    @Test
    default void u02_addresses_are_exact() {
        String domain = newAddress().value();
        for (String local : List.of("a", "A", "a ", " a", "\u00e9", "e\u0301", "\u0430", "stra\u00dfe", "strasse",
                "\u0131", "i", "I", "%", "_", "a+b", "\"a@b\"")) {
            EmailAddress address = new EmailAddress(local + "." + domain);
            assertEquals(Optional.empty(), repository().find(address), local);
            assertStored(created(repository(), profile(address)), repository());
        }
    }

    /**
     * What does not exist is empty: no exception, no null.
     *
     * <p>
     * If this fails, check the reading of an empty result.
     */
    @Test
    default void u03_absence_is_empty() {
        assertEquals(Optional.empty(), repository().find(new AccountId(AccountId.MAX_VALUE)), "by number");
        assertEquals(Optional.empty(), repository().find(newAddress()), "by address");
        assertEquals(OptionalLong.empty(), repository().passwordRevision(new AccountId(AccountId.MAX_VALUE)));
    }

    /**
     * An account is found by its own number and its own address, not by another's.
     *
     * <p>
     * If this fails, check the conditions of the statements that find.
     */
    @Test
    default void u03_accounts_are_told_apart() {
        Account one = created(repository(), newProfile());
        Account two = created(repository(), newProfile());
        assertStored(one, repository());
        assertStored(two, repository());
    }
}
