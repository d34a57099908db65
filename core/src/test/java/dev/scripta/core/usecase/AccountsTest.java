package dev.scripta.core.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.memory.InMemoryAccountRepository;
import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Accounts at the times of the clock; what was granted under an older password is void. */
final class AccountsTest {

    private static final Instant THEN = Instant.parse("2024-05-06T12:00:00Z");
    private static final PasswordHash HASH = new PasswordHash("one");
    private static final PasswordHash OTHER_HASH = new PasswordHash("two");

    private final SettableClock clock = new SettableClock(THEN);
    private final Accounts accounts = new Accounts(new InMemoryAccountRepository(), clock);

    private Account anna() {
        return accounts.signUp(profile("anna@example.org"), HASH).account().orElseThrow();
    }

    private static Profile profile(String address) {
        return new Profile("Anna", new EmailAddress(address), Optional.empty(), Optional.empty(), OptionalInt.of(41));
    }

    private static AccountChange password(PasswordHash hash) {
        return new AccountChange(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of(hash),
                Optional.empty());
    }

    @Test
    void who_signs_up_is_found_by_number_and_by_address() {
        Account anna = anna();
        assertEquals(Optional.of(anna), accounts.find(anna.id()));
        assertEquals(Optional.of(anna), accounts.find(anna.profile().email()));
        assertEquals(new Account(anna.id(), profile("anna@example.org"), HASH, 1, Picture.NONE, THEN, THEN), anna);
        assertEquals(Optional.empty(), accounts.find(new AccountId(AccountId.MAX_VALUE)));
        assertEquals(Optional.empty(), accounts.find(new EmailAddress("Anna@example.org")));
    }

    @Test
    void an_address_is_given_once() {
        Account anna = anna();
        assertEquals(new AccountResult.AddressTaken(), accounts.signUp(anna.profile(), OTHER_HASH));
        assertEquals(Optional.of(anna), accounts.find(anna.profile().email()));
    }

    @Test
    void a_change_has_the_time_of_the_clock() {
        Account anna = anna();
        clock.set(THEN.plusSeconds(60));
        Account changed = accounts.change(anna.id(), AccountChange.of(Picture.of("data:,"))).account().orElseThrow();
        assertEquals(THEN, changed.createdAt());
        assertEquals(THEN.plusSeconds(60), changed.updatedAt());
        assertEquals(Picture.of("data:,"), changed.picture());
        assertEquals(new AccountResult.Unknown(), accounts.change(new AccountId(AccountId.MAX_VALUE),
                AccountChange.NONE));
    }

    @Test
    void another_password_voids_what_the_older_one_granted() {
        Account anna = anna();
        assertTrue(accounts.isCurrent(anna.id(), 1));
        accounts.change(anna.id(), password(OTHER_HASH));
        assertFalse(accounts.isCurrent(anna.id(), 1));
        assertTrue(accounts.isCurrent(anna.id(), 2));
        assertFalse(accounts.isCurrent(new AccountId(AccountId.MAX_VALUE), 1), "nobody's");
    }

    @Test
    void the_same_password_in_a_better_form_voids_nothing_and_brings_no_older_one_back() {
        Account anna = anna();
        assertTrue(accounts.rehash(anna, new PasswordHash("better")));
        assertTrue(accounts.isCurrent(anna.id(), 1));
        Account later = accounts.find(anna.id()).orElseThrow();
        assertEquals("better", later.password().value());
        accounts.change(anna.id(), password(OTHER_HASH));
        assertFalse(accounts.rehash(later, new PasswordHash("better still")));
        assertEquals(OTHER_HASH, accounts.find(anna.id()).orElseThrow().password());
    }
}
