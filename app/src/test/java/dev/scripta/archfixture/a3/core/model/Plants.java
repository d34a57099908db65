package dev.scripta.archfixture.a3.core.model;

import java.util.List;

/** Values never change. */
final class Plants {

    private Plants() {}

    public static final class GuiltyOfBeingNoValue {}

    static class GuiltyOfBeingOpen {}

    @SuppressWarnings("ArrayRecordComponent") // Error Prone knows this offence too.
    record GuiltyOfArray(byte[] bytes) {}

    static final class GuiltyOfChange {
        int count;
    }

    public record Innocent(List<byte[]> bytes) {}

    public enum InnocentKind {
        ONE
    }

    public interface InnocentShape {}

    static final class InnocentHelper {
        private final StringBuilder out = new StringBuilder();

        String text() {
            return out.toString();
        }
    }
}
