/**
 * Scripta's core: what a conversation is and when saving one changes anything. It requires nothing but the Java platform,
 * so that any program can embed it.
 *
 * <p>
 * Start with {@link dev.scripta.core.usecase.ProcessRecording} over the adapters of {@link dev.scripta.core.memory};
 * replace these one by one with adapters that pass the contract kit.
 */
module dev.scripta.core {
    exports dev.scripta.core.error;
    exports dev.scripta.core.memory;
    exports dev.scripta.core.model;
    exports dev.scripta.core.port;
    exports dev.scripta.core.usecase;
}
