package dev.scripta.adapters.postgres.adoption;

/** What became of one row of the older system. */
public enum Outcome {

    /** It is here now. */
    ADOPTED(false),
    /** It was here, was changed in the older system since, and not here: the change is here now. */
    UPDATED(false),
    /** It was taken over before, whatever became of it here since; or just this content is here already. */
    THERE_ALREADY(false),
    /** Another account has its address. */
    ADDRESS_TAKEN(true),
    /** Another account, or another conversation of its owner, has its number. */
    ID_TAKEN(true),
    /** Its owner has saved something else here under its session id. */
    SESSION_TAKEN(true),
    /** Its owner's account was not taken over. */
    OWNER_NOT_ADOPTED(true),
    /** It was taken over before, and the older system has changed it since; here it was changed or deleted, too. */
    CHANGED_IN_BOTH(true),
    /** An account that was taken over before, and that the older system has changed since. */
    CHANGED_SINCE(true),
    /** It cannot be understood. */
    UNUSABLE(true);

    private final boolean keptBack;

    Outcome(boolean keptBack) {
        this.keptBack = keptBack;
    }

    /** Whether the older system has something that is not here; another run looks at it again. */
    public boolean isKeptBack() {
        return keptBack;
    }
}
