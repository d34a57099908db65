package dev.scripta.core.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PasswordHash;
import dev.scripta.core.model.Picture;
import dev.scripta.core.model.Profile;
import dev.scripta.core.port.AccountRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.OptionalInt;
import java.util.UUID;

/** What most rules of accounts do. */
final class AccountSteps {

    static final Instant CREATED_AT = Instant.parse("2024-05-06T07:08:09.123456Z");
    static final Instant LATER = CREATED_AT.plusSeconds(60);
    static final Instant LATEST = LATER.plusSeconds(60);

    static final PasswordHash HASH = new PasswordHash("$kind$one");
    static final PasswordHash OTHER_HASH = new PasswordHash("$kind$two");

    static final Picture PICTURE = Picture.of("data:image/png;base64,iVBORw0KGgo=");

    private AccountSteps() {}

    /** An address that nobody has. */
    static EmailAddress newAddress() {
        return new EmailAddress("tck." + UUID.randomUUID() + "@example.org");
    }

    static Profile newProfile() {
        return profile(newAddress());
    }

    /** A profile with everything a profile can have. */
    static Profile profile(EmailAddress address) {
        return new Profile("Anna Schmidt", address, Optional.of("M-1"), Optional.of("N-1"), OptionalInt.of(41));
    }

    static Account created(AccountRepository repository, Profile profile) {
        return kept(repository.create(profile, HASH, CREATED_AT));
    }

    static Account kept(AccountResult result) {
        return assertInstanceOf(AccountResult.Kept.class, result, "kept").after();
    }

    static AccountChange name(String name) {
        return new AccountChange(Optional.of(name), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.empty());
    }

    static AccountChange email(EmailAddress email) {
        return new AccountChange(Optional.empty(), Optional.of(email), OptionalInt.empty(), Optional.empty(),
                Optional.empty());
    }

    static AccountChange age(int age) {
        return new AccountChange(Optional.empty(), Optional.empty(), OptionalInt.of(age), Optional.empty(),
                Optional.empty());
    }

    static AccountChange password(PasswordHash password) {
        return new AccountChange(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of(password),
                Optional.empty());
    }

    /** Fails unless this is what is kept, by number and by address. */
    static void assertStored(Account expected, AccountRepository repository) {
        Optional<Account> byNumber = repository.find(expected.id());
        assertAlike(expected, byNumber.orElseThrow());
        assertEquals(byNumber, repository.find(expected.profile().email()), "by address");
        assertEquals(OptionalLong.of(expected.passwordRevision()), repository.passwordRevision(expected.id()));
    }

    /** Part by part, for an account prints its number only. */
    static void assertAlike(Account expected, Account actual) {
        assertEquals(parts(expected), parts(actual));
        assertEquals(expected, actual);
    }

    private static List<Object> parts(Account account) {
        Profile profile = account.profile();
        return List.of(account.id(), profile.name(), profile.email().value(), profile.medicalId(),
                profile.nationalId(), profile.age(), account.password().value(), account.passwordRevision(),
                account.picture().data(), account.picture().url(), account.createdAt(), account.updatedAt());
    }
}
