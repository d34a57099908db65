/**
 * Audio of any usual format becomes 16 kHz mono PCM, and PCM stretches of speech. What decodes hostile bytes in C runs
 * in a process of its own.
 */
package dev.scripta.adapters.speech.audio;
