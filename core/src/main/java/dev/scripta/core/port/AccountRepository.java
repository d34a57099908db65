package dev.scripta.core.port;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps accounts, of which no two have one address.
 *
 * <p>
 * An adapter is right when it passes {@code AccountRepositoryContract} of the contract kit; the ids in brackets are the
 * rules tested there. It is thread-safe, and several instances on one store behave as one [U11, U12]. Each method is one
 * atomic step. Texts are kept exactly [U10]. Every vendor's exception becomes a
 * {@link dev.scripta.core.error.StorageFailedException StorageFailedException}; absence is an empty {@link Optional} [U03],
 * and nothing is ever null: a null argument is refused with {@link NullPointerException} [U13].
 */
public interface AccountRepository {

    /**
     * Creates an account with an id that no other has [U01], password revision 1 and no picture [U01]; both its times are
     * {@code at} [U01].
     *
     * @return {@code Kept}, or {@code AddressTaken}: addresses are compared exactly [U02], also when many come at once
     *         [U11]
     */
    AccountResult create(Profile profile, PasswordHash password, Instant at);

    /** The account of that number; empty when there is none [U03]. */
    Optional<Account> find(AccountId id);

    /** The account of that address; empty when there is none [U03]. */
    Optional<Account> find(EmailAddress address);

    /**
     * The password revision of the account of that number; empty when there is none [U03, U08]. Cheap: nothing else of the
     * account is read, for each request of somebody who is signed in asks it.
     */
    OptionalLong passwordRevision(AccountId id);

    /**
     * Changes what the change names and nothing else [U04]; changes of different things at once lose nothing of each other
     * [U11, U12]. The time of update moves to {@code at} only if something is not as it was, and never back [U05]. Another
     * password makes the password revision one higher [U08]; nothing else does.
     *
     * @return {@code Kept}; {@code AddressTaken}, and nothing is changed [U06]; or {@code Unknown} [U07]
     */
    AccountResult change(AccountId id, AccountChange change, Instant at);

    /**
     * Keeps the same password in another form: neither the password revision nor the time of update moves [U09].
     *
     * @return whether it was done: not when the account is gone, or its hash is not {@code from} any more [U09], also when
     *         that changes just then [U11]
     */
    boolean rehash(AccountId id, PasswordHash from, PasswordHash to);
}
