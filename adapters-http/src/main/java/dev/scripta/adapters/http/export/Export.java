package dev.scripta.adapters.http.export;

/** What became of the wish for a document. */
public sealed interface Export {

    /** It was written. */
    final class Written implements Export {

        private final byte[] bytes;

        Written(byte[] bytes) {
            this.bytes = bytes;
        }

        /** All of it; not copied, for nobody else has it. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /** Too many documents are being made, or one already is for the same owner. */
    record Busy() implements Export {}

    /**
     * It would be too long.
     *
     * @param most how many pages a document may have
     */
    record TooLong(int most) implements Export {}
}
