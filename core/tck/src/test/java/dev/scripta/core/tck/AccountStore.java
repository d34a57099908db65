package dev.scripta.core.tck;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the instances of {@link PlainAccounts} share. Guarded by itself. */
final class AccountStore {

    final Map<AccountId, Account> rows = new LinkedHashMap<>();
    final Gate everyThread = new Gate(AtOnce.THREADS);
    long lastId;
}
