/** What engines were paid for and nobody has finished using. */
package dev.scripta.adapters.speech.paid;
