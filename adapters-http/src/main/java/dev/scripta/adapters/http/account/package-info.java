/**
 * Sign-in: who may have an account, how they show who they are, and what they tell of themselves. How passwords are kept and
 * what a token looks like is known here alone (decision 0020).
 */
package dev.scripta.adapters.http.account;
