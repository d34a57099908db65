package dev.scripta.core.simulation;

import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.SaveBacklog;
import java.util.function.UnaryOperator;

/** What stands in for the ports of a world: they as they are, or with a defect planted. */
record Doubles(UnaryOperator<ConversationRepository> repository, UnaryOperator<RecordingJournal> journal,
        UnaryOperator<SaveBacklog> backlog) {

    static final Doubles NONE = new Doubles(UnaryOperator.identity(), UnaryOperator.identity(),
            UnaryOperator.identity());
}
