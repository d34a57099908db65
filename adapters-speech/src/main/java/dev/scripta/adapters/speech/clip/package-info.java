/**
 * Recognition clip by clip: for engines that take one file of bounded size at a time. Decodes, keeps silence away from
 * engines that are paid, splits at pauses, joins what comes back, and tells what is missing.
 */
package dev.scripta.adapters.speech.clip;
