/** Analysis templates: what to ask of a conversation, and the shape of the answer, in one file each. */
package dev.scripta.adapters.speech.template;
