/**
 * Speech recognition by OpenAI and by every server that speaks its API: Groq, speaches, vLLM, LocalAI, whisper.cpp's server.
 * One POST of a form with a file; whatever the dialect of the answer, it is read once and tolerantly.
 */
package dev.scripta.adapters.speech.openai;
