package dev.scripta.adapters.postgres.adoption;

/** What the model does not admit, and what is kept instead. The older system's row stays as it is. */
public enum Repair {

    /** An analysis that is no object: an object with the one member {@link OldJson#WRAPPED}. */
    NOT_AN_OBJECT,
    /** U+0000 and lone surrogates: U+FFFD, the replacement character. */
    CHARACTERS,
    /** Numbers beyond the range of a double: a string with their digits. */
    NUMBERS,
    /** What nests too deep: a string with its JSON text. */
    NESTING,
    /** An empty or blank session id, or one with control characters: {@code adopted-} and the number of the row. */
    SESSION_ID,
    /** No time, or none of the years 1970 to 9999: the beginning of 1970. */
    TIME,
    /** What is no address: one that nobody can sign in with, {@code adopted-<number>@adopted.invalid}. */
    EMAIL,
    /** An empty name: {@code adopted-} and the number of the row. */
    NAME,
    /** What can be no password hash: {@link OldAccount#LOCKED}, which no password fits. */
    PASSWORD
}
