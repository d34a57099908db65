package dev.scripta.core.tck.server;

import java.util.List;

/**
 * Which times a client asks for.
 *
 * @param segments those of segments, which come where nothing is asked, too
 * @param words those of words
 */
record Granularity(boolean segments, boolean words) {

    static Granularity asked(ScriptedRequest request) {
        List<String> asked = request.fields("timestamp_granularities[]");
        return new Granularity(asked.isEmpty() || asked.contains("segment"), asked.contains("word"));
    }
}
