/** What operators and their machines ask: is it alive, is it ready, what does it count. On a socket of its own. */
package dev.scripta.adapters.http.admin;
