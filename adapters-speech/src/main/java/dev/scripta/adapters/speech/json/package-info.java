/** Between the core's value tree and Jackson's, which the libraries of language models speak. */
package dev.scripta.adapters.speech.json;
