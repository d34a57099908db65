package dev.scripta.adapters.http.account;

/**
 * How much work one Argon2id hash is (RFC 9106).
 *
 * @param memory in KiB
 * @param passes over the memory
 * @param lanes that could be worked on side by side
 */
record Argon2Cost(int memory, int passes, int lanes) {

    /** The first choice of the OWASP Password Storage Cheat Sheet for small machines: 19 MiB, twice, one lane. */
    static final Argon2Cost RECOMMENDED = new Argon2Cost(19 * 1024, 2, 1);

    /** What is kept by somebody else must not take the machine's memory. */
    private static final int MOST_MEMORY = 256 * 1024;
    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 16;

    Argon2Cost {
        if (lanes < 1 || lanes > MOST_LANES || passes < 1 || passes > MOST_PASSES || memory < 8 * lanes
                || memory > MOST_MEMORY) {
            throw new IllegalArgumentException("no cost of an Argon2id hash that is computed here");
        }
    }

    /** Whether it is less work in any respect. */
    boolean isBelow(Argon2Cost other) {
        return memory < other.memory || passes < other.passes;
    }
}
