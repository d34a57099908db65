/**
 * Analysis by a language model: any that LangChain4j's {@code ChatModel} reaches, and built in those that speak OpenAI's API.
 * What was said goes in as data, the answer comes out checked against the template's schema.
 */
package dev.scripta.adapters.speech.llm;
