/**
 * Speech recognition by whisper.cpp in this process, with a model file that the user names. The native library is behind
 * {@link dev.scripta.adapters.speech.whisper.SpeechModel}; everything else is Java.
 */
package dev.scripta.adapters.speech.whisper;
