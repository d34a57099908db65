/**
 * A server to test adapters of engines against: scriptable, on the loopback interface, fluent in the dialects of
 * OpenAI-compatible servers, and as slow, wrong or broken as a test asks.
 */
package dev.scripta.core.tck.server;
