package dev.scripta.core.tck;

import static dev.scripta.core.tck.AccountSteps.assertStored;
import static dev.scripta.core.tck.AccountSteps.created;
import static dev.scripta.core.tck.AccountSteps.name;
import static dev.scripta.core.tck.AccountSteps.newProfile;
import static dev.scripta.core.tck.AccountSteps.CREATED_AT;
import static dev.scripta.core.tck.AccountSteps.HASH;
import static dev.scripta.core.tck.AccountSteps.LATER;
import static dev.scripta.core.tck.AccountSteps.OTHER_HASH;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.Profile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Null is a programmer's mistake, refused at once. */
interface AccountNullRules extends AccountRules {

    /**
     * Every null argument is refused with {@link NullPointerException}, and nothing changes.
     *
     * <p>
     * If this fails, check that arguments are required before they are used: a condition {@code = NULL} is silently
     * false.
     */
    @Test
    @SuppressWarnings("NullAway") // null is what this rule is about
    default void u13_null_is_refused_and_changes_nothing() {
        Account account = created(repository(), newProfile());
        AccountId id = account.id();
        AccountId nobody = new AccountId(AccountId.MAX_VALUE);
        Profile profile = newProfile();
        assertAll(refused("create of nobody", () -> repository().create(null, HASH, CREATED_AT)),
                refused("create without password", () -> repository().create(profile, null, CREATED_AT)),
                refused("create without time", () -> repository().create(profile, HASH, null)),
                refused("find by no number", () -> repository().find((AccountId) null)),
                refused("revision of no number", () -> repository().passwordRevision(null)),
                refused("find by no address", () -> repository().find((EmailAddress) null)),
                refused("change of nobody", () -> repository().change(null, name("Berta"), LATER)),
                refused("change to nothing", () -> repository().change(id, null, LATER)),
                refused("change at no time", () -> repository().change(id, name("Berta"), null)),
                refused("change of an unknown one at no time",
                        () -> repository().change(nobody, name("Berta"), null)),
                refused("rehash of nobody", () -> repository().rehash(null, HASH, OTHER_HASH)),
                refused("rehash from nothing", () -> repository().rehash(id, null, OTHER_HASH)),
                refused("rehash to nothing", () -> repository().rehash(id, HASH, null)),
                refused("rehash of an unknown one to nothing", () -> repository().rehash(nobody, HASH, null)));
        assertStored(account, repository());
        assertEquals(Optional.empty(), repository().find(profile.email()));
    }

    private static Executable refused(String call, Executable executable) {
        return () -> assertThrows(NullPointerException.class, executable, call);
    }
}
