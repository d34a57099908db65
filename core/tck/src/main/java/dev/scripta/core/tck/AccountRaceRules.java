package dev.scripta.core.tck;

import static dev.scripta.core.tck.AccountSteps.age;
import static dev.scripta.core.tck.AccountSteps.assertStored;
import static dev.scripta.core.tck.AccountSteps.created;
import static dev.scripta.core.tck.AccountSteps.email;
import static dev.scripta.core.tck.AccountSteps.kept;
import static dev.scripta.core.tck.AccountSteps.name;
import static dev.scripta.core.tck.AccountSteps.newAddress;
import static dev.scripta.core.tck.AccountSteps.newProfile;
import static dev.scripta.core.tck.AccountSteps.password;
import static dev.scripta.core.tck.AccountSteps.profile;
import static dev.scripta.core.tck.AccountSteps.CREATED_AT;
import static dev.scripta.core.tck.AccountSteps.HASH;
import static dev.scripta.core.tck.AccountSteps.LATER;
import static dev.scripta.core.tck.AccountSteps.OTHER_HASH;
import static dev.scripta.core.tck.AccountSteps.PICTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Profile;
import dev.scripta.core.port.AccountRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Accounts at once, in one instance and in several. */
interface AccountRaceRules extends AccountRules {

    /** How often a race is run. */
    int ROUNDS = 5;

    /**
     * Of many who want one address at once, one gets it; the others hear that it is taken, and none fails.
     *
     * <p>
     * If this fails, check that the unique key decides, not a look before.
     */
    @Test
    default void u11_address_is_given_once_at_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertGivenOnce(thread -> repository());
        }
    }

    /**
     * The same when accounts that exist move to one address at once; those that do not get it stay as they were.
     *
     * <p>
     * If this fails, check what becomes of a change that meets the key of the address.
     */
    @Test
    default void u11_address_is_changed_to_once_at_once() throws Exception {
        EmailAddress wanted = newAddress();
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < AtOnce.THREADS; i++) {
            accounts.add(created(repository(), newProfile()));
        }
        List<AccountResult> results =
                AtOnce.all(i -> () -> repository().change(accounts.get(i).id(), email(wanted), LATER));
        assertGivenOnce(results);
        for (int i = 0; i < AtOnce.THREADS; i++) {
            assertStored(results.get(i).account().orElse(accounts.get(i)), repository());
        }
    }

    /**
     * Changes of different things at once lose nothing of each other.
     *
     * <p>
     * If this fails, check that a change writes only what it names, in one statement, and not what was read before.
     */
    @Test
    default void u11_changes_of_different_things_at_once_are_all_kept() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertAllKept(kind -> repository());
        }
    }

    /**
     * Each of many passwords at once has a revision of its own, and the last one is kept.
     *
     * <p>
     * If this fails, check that the revision is counted in the statement that writes.
     */
    @Test
    default void u11_passwords_at_once_all_count() throws Exception {
        Account account = created(repository(), newProfile());
        List<Account> results = AtOnce.all(i -> () -> kept(repository()
                .change(account.id(), password(new PasswordHash("$kind$" + i)), LATER)));
        assertEquals(AtOnce.THREADS, results.stream().map(Account::passwordRevision).distinct().count());
        Account last = results.stream()
                .filter(result -> result.passwordRevision() == AtOnce.THREADS + 1)
                .findAny()
                .orElseThrow();
        assertStored(last, repository());
    }

    /**
     * A password that is changed while others keep the old one in another form is the one that stays: an old password never
     * comes back.
     *
     * <p>
     * If this fails, check that looking for the old form and writing the new one are one statement.
     */
    @Test
    default void u11_password_changed_while_others_keep_the_old_one_stays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Account account = created(repository(), newProfile());
            List<Optional<Boolean>> done = AtOnce.all(i -> () -> {
                if (i == 0) {
                    kept(repository().change(account.id(), password(OTHER_HASH), LATER));
                    return Optional.empty();
                }
                return Optional.of(repository().rehash(account.id(), HASH, new PasswordHash("$kind$better" + i)));
            });
            assertEquals(OTHER_HASH.value(), repository().find(account.id()).orElseThrow().password().value());
            assertTrue(done.stream().filter(Optional.of(true)::equals).count() <= 1, "the old form was there once");
        }
    }

    /**
     * What one instance does, another sees at once. Skipped without another instance.
     *
     * <p>
     * If this fails, check for caches and for reads in a transaction that is kept open.
     */
    @Test
    default void u12_another_instance_sees_every_change_at_once() {
        AccountRepository other = requireAnotherInstance();
        EmailAddress address = newAddress();
        assertEquals(Optional.empty(), other.find(address));
        Account account = created(repository(), profile(address));
        assertStored(account, other);
        Account changed = kept(other.change(account.id(), password(OTHER_HASH), LATER));
        assertStored(changed, repository());
        PasswordHash better = new PasswordHash("$kind$better");
        assertTrue(repository().rehash(account.id(), OTHER_HASH, better));
        assertEquals(better, other.find(address).orElseThrow().password());
        assertEquals(better, other.find(account.id()).orElseThrow().password());
    }

    /**
     * Over two instances an address is given once, too. Skipped without another instance.
     *
     * <p>
     * If this fails, check that the store decides, not a lock in the program.
     */
    @Test
    default void u12_address_is_given_once_over_two_instances() throws Exception {
        AccountRepository other = requireAnotherInstance();
        for (int round = 0; round < ROUNDS; round++) {
            assertGivenOnce(thread -> thread % 2 == 0 ? repository() : other);
        }
    }

    /**
     * Over two instances changes of different things lose nothing of each other, too. Skipped without another instance.
     *
     * <p>
     * If this fails, check for a lock in the program around reading and writing back.
     */
    @Test
    default void u12_changes_of_different_things_over_two_instances_are_all_kept() throws Exception {
        AccountRepository other = requireAnotherInstance();
        for (int round = 0; round < ROUNDS; round++) {
            assertAllKept(kind -> kind % 2 == 0 ? repository() : other);
        }
    }

    private AccountRepository requireAnotherInstance() {
        Optional<AccountRepository> other = anotherInstance();
        assumeTrue(other.isPresent(), "needs another instance on the same store");
        return other.orElseThrow();
    }

    /** Each thread makes one kind of change, at the instance for that kind. */
    private void assertAllKept(IntFunction<AccountRepository> instances) throws Exception {
        Account account = created(repository(), newProfile());
        EmailAddress moved = newAddress();
        List<AccountChange> changes = List.of(name("Berta"), email(moved), age(42), password(OTHER_HASH),
                AccountChange.of(PICTURE));
        AtOnce.all(i -> () -> {
            int kind = i % changes.size();
            return kept(instances.apply(kind).change(account.id(), changes.get(kind), LATER));
        });
        assertStored(new Account(account.id(),
                new Profile("Berta", moved, account.profile().medicalId(),
                        account.profile().nationalId(), OptionalInt.of(42)),
                OTHER_HASH, 2, PICTURE, CREATED_AT, LATER), repository());
    }

    private void assertGivenOnce(IntFunction<AccountRepository> instances) throws Exception {
        EmailAddress address = newAddress();
        List<AccountResult> results = AtOnce.all(i -> () -> instances.apply(i)
                .create(profile(address), new PasswordHash("$kind$" + i), CREATED_AT));
        assertStored(assertGivenOnce(results), repository());
    }

    private static Account assertGivenOnce(List<AccountResult> results) {
        AccountResult taken = new AccountResult.AddressTaken();
        assertEquals(AtOnce.THREADS - 1, results.stream().filter(taken::equals).count(), "taken");
        List<Account> kept = results.stream().flatMap(result -> result.account().stream()).toList();
        assertEquals(1, kept.size(), "kept");
        return kept.get(0);
    }
}
