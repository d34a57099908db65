/** Speech recognition by CMU Sphinx-4: offline, US English, basic. */
package dev.scripta.adapters.speech.sphinx;
