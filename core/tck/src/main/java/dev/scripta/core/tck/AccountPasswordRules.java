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
import static dev.scripta.core.tck.AccountSteps.password;
import static dev.scripta.core.tck.AccountSteps.CREATED_AT;
import static dev.scripta.core.tck.AccountSteps.HASH;
import static dev.scripta.core.tck.AccountSteps.LATER;
import static dev.scripta.core.tck.AccountSteps.LATEST;
import static dev.scripta.core.tck.AccountSteps.OTHER_HASH;
import static dev.scripta.core.tck.AccountSteps.PICTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.PasswordHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was granted under an older password is void, so its revision must count passwords and nothing else. */
interface AccountPasswordRules extends AccountRules {

    /**
     * Each other password makes the revision one higher; the same one again does not, so that a repeated request ends
     * nobody's session.
     *
     * <p>
     * If this fails, check that the new hash is compared with the one that is there.
     */
    @Test
    default void u08_each_other_password_counts_once() {
        Account account = created(repository(), newProfile());
        Account second = kept(repository().change(account.id(), password(OTHER_HASH), LATER));
        assertAlike(with(account, OTHER_HASH, 2), second);
        Account again = kept(repository().change(account.id(), password(OTHER_HASH), LATEST));
        assertAlike(second, again);
        Account back = kept(repository().change(account.id(), password(HASH), LATER));
        assertAlike(with(account, HASH, 3), back);
        assertStored(back, repository());
    }

    /**
     * Nothing else counts.
     *
     * <p>
     * If this fails, check that the revision does not move with every write.
     */
    @Test
    default void u08_nothing_else_counts() {
        Account account = created(repository(), newProfile());
        for (AccountChange change : List.of(AccountChange.NONE, name("Berta"), email(newAddress()), age(42),
                AccountChange.of(PICTURE))) {
            assertEquals(1, kept(repository().change(account.id(), change, LATER)).passwordRevision());
        }
        assertEquals(1, repository().find(account.id()).orElseThrow().passwordRevision());
    }

    /**
     * The same password in another form moves neither the revision nor the time of update.
     *
     * <p>
     * If this fails, check that this is a statement of its own.
     */
    @Test
    default void u09_another_form_changes_nothing_else() {
        Account account = created(repository(), newProfile());
        Account bystander = created(repository(), newProfile());
        assertTrue(repository().rehash(account.id(), HASH, OTHER_HASH));
        assertStored(new Account(account.id(), account.profile(), OTHER_HASH, 1, account.picture(), CREATED_AT,
                CREATED_AT), repository());
        assertStored(bystander, repository());
    }

    /**
     * A password that was changed meanwhile stays, for its user may have wanted the old one to end.
     *
     * <p>
     * If this fails, check that the old form is a condition of the statement that writes.
     */
    @Test
    default void u09_password_changed_meanwhile_stays() {
        Account account = created(repository(), newProfile());
        Account changed = kept(repository().change(account.id(), password(OTHER_HASH), LATER));
        PasswordHash better = new PasswordHash("$kind$better");
        assertFalse(repository().rehash(account.id(), HASH, better), "another password");
        assertFalse(repository().rehash(account.id(), new PasswordHash("$KIND$TWO"), better), "letter case counts");
        assertStored(changed, repository());
    }

    /**
     * An account that does not exist is not made.
     *
     * <p>
     * If this fails, check what is made of no row.
     */
    @Test
    default void u09_account_that_does_not_exist_is_not_done() {
        AccountId nobody = new AccountId(AccountId.MAX_VALUE);
        assertFalse(repository().rehash(nobody, HASH, OTHER_HASH));
        assertEquals(Optional.empty(), repository().find(nobody));
    }

    private static Account with(Account account, PasswordHash password, long revision) {
        return new Account(account.id(), account.profile(), password, revision, account.picture(), CREATED_AT, LATER);
    }
}
