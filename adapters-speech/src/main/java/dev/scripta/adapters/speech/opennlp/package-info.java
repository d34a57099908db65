/** Analysis without a language model: rules over OpenNLP's English models. Selects and counts; interprets nothing. */
package dev.scripta.adapters.speech.opennlp;
