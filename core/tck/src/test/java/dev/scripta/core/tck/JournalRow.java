package dev.scripta.core.tck;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link PlainJournal} stores of one recording.
 *
 * @param until the end of lease, rest or verdict; for ever, when done
 * @param ended when the work ended, or was claimed while it goes on
 * @param content the result
 * @param trouble what is told instead, with any rest
 */
record JournalRow(RecordingKey key, Order order, long fence, State state, Instant until, Instant ended,
        Optional<Transcript> transcript, Optional<Content> content, Optional<JournalAnswer> trouble) {

    enum State {
        IN_WORK,
        DONE,
        POSTPONED,
        REFUSED
    }

    static JournalRow inWork(RecordingKey key, Order order, long fence, Instant until, Instant now) {
        return new JournalRow(key, order, fence, State.IN_WORK, until, now, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    boolean isInWork() {
        return state == State.IN_WORK;
    }

    boolean isDone() {
        return state == State.DONE;
    }

    JournalRow withOrder(Order other) {
        return new JournalRow(key, other, fence, state, until, ended, transcript, content, trouble);
    }

    JournalRow withFence(long other) {
        return new JournalRow(key, order, other, state, until, ended, transcript, content, trouble);
    }

    JournalRow until(Instant end) {
        return new JournalRow(key, order, fence, state, end, ended, transcript, content, trouble);
    }

    JournalRow endedAt(Instant time) {
        return new JournalRow(key, order, fence, state, until, time, transcript, content, trouble);
    }

    JournalRow with(Optional<Transcript> finished) {
        return new JournalRow(key, order, fence, state, until, ended, finished, content, trouble);
    }

    JournalRow done(Content result, Instant now) {
        return new JournalRow(key, order, fence, State.DONE, Instant.MAX, now, transcript, Optional.of(result),
                Optional.empty());
    }

    JournalRow failed(State how, JournalAnswer told, Instant end, Instant now) {
        return new JournalRow(key, order, fence, how, end, now, transcript, Optional.empty(), Optional.of(told));
    }
}
