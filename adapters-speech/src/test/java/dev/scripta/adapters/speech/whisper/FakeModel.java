package dev.scripta.adapters.speech.whisper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A model that answers as it is told, and notes what was made, used at once and closed. */
final class FakeModel implements SpeechModel {

    private final Function<float[], List<Utterance>> answer;
    private final int mostStates;
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    FakeModel(int mostStates, Function<float[], List<Utterance>> answer) {
        this.mostStates = mostStates;
        this.answer = answer;
    }

    /** Everything in its order: {@code state}, {@code state closed}, {@code model closed}. */
    List<String> events() {
        return List.copyOf(events);
    }

    /** How many calls went on at once, at most. */
    int most() {
        return most.get();
    }

    @Override
    public ModelState newState() {
        if (Collections.frequency(events(), "state") == mostStates) {
            throw new IllegalStateException("no memory");
        }
        events.add("state");
        return new FakeState();
    }

    @Override
    public void close() {
        events.add("model closed");
    }

    private final class FakeState implements ModelState {

        private final AtomicInteger users = new AtomicInteger();

        @Override
        public List<Utterance> recognise(float[] samples, String preceding) {
            if (users.incrementAndGet() > 1) {
                throw new AssertionError("two calls in one state");
            }
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                return answer.apply(samples);
            } finally {
                atWork.decrementAndGet();
                users.decrementAndGet();
            }
        }

        @Override
        public void close() {
            if (users.get() > 0) {
                throw new AssertionError("freed while it was used");
            }
            events.add("state closed");
        }
    }
}
