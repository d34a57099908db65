package dev.scripta.core.tck;

import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountChange;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.AccountResult;
import dev.scripta.core.model.PasswordHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads, changes and writes back under a lock, which is enough for one instance and for no two. */
final class LockedAccounts extends PlainAccounts {

    /** What is being changed, as this instance knows it. Guarded by this. */
    private final Map<AccountId, Account> known = new HashMap<>();

    LockedAccounts(AccountStore store) {
        super(store);
    }

    @Override
    public AccountResult change(AccountId id, AccountChange change, Instant at) {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(at, "at");
        synchronized (this) {
            if (!Gate.isOneOfMany()) {
                known.remove(id);
            }
            find(id).ifPresent(row -> known.putIfAbsent(id, row));
        }
        store.everyThread.meet();
        synchronized (this) {
            synchronized (store) {
                if (!known.containsKey(id)) {
                    return unknown(id);
                }
                AccountResult result = changed(known.get(id), change, at);
                result.account().ifPresent(row -> known.put(id, row));
                return result;
            }
        }
    }

    @Override
    public boolean rehash(AccountId id, PasswordHash from, PasswordHash to) {
        store.everyThread.meet();
        return super.rehash(id, from, to);
    }
}
