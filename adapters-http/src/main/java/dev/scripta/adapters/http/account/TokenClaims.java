package dev.scripta.adapters.http.account;

import dev.scripta.core.model.AccountId;

/**
 * What a token says that was signed here and has not run out.
 *
 * @param account whose it is
 * @param passwordRevision the account's when the token was given
 */
record TokenClaims(AccountId account, long passwordRevision) {}
