package dev.scripta.core.simulation;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Sha256;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Watches that nothing is paid for twice without need, and that only the newest claim counts (I3, I4). */
final class PaidWork {

    private final Map<RecordingKey, Story> stories = new LinkedHashMap<>();
    private final Weather weather;
    private final Sightings sightings;

    PaidWork(Weather weather, Sightings sightings) {
        this.weather = weather;
        this.sightings = sightings;
    }

    Story of(RecordingKey recording) {
        return stories.computeIfAbsent(recording, unknown -> new Story());
    }

    Collection<Story> all() {
        return stories.values();
    }

    /** The results of a conversation's recordings that the journal has, or had. */
    Stream<Story> of(ConversationKey key) {
        return stories.entrySet()
                .stream()
                .filter(known -> known.getKey().conversation().equals(key))
                .map(Map.Entry::getValue);
    }

    /** The newest order this content is known by as a recording's result. */
    Optional<Order> orderOf(ConversationKey key, Sha256 fingerprint) {
        return of(key).flatMap(story -> story.result().stream())
                .filter(result -> result.fingerprint().equals(fingerprint))
                .map(Story.Result::order)
                .max(Comparator.naturalOrder());
    }

    void granted(Operation operation, ClaimRequest request, Claim claim) {
        Story story = of(claim.recording());
        boolean anew = request.reprocess() && claim.order().equals(request.order())
                && story.newest.filter(last -> !last.order().equals(claim.order())).isPresent();
        story.newest.ifPresent(last -> {
            Violation.unless(claim.fence() > last.fence(), "I3: the fence must grow with each claim");
            Violation.unless(anew || claim.order().equals(last.order()), "I2: a take-over must keep the order");
            Violation.unless(anew || claim.transcript().isPresent() == story.transcribed,
                    "I3: a take-over must get the finished transcript");
            sightings.saw(Sight.TAKE_OVER);
        });
        Violation.unless(
                story.newest.isPresent() || operation.kind == Operation.Kind.DRAIN || operation.repeats.isEmpty()
                        || !claim.order().isNewerThan(operation.repeats.get()),
                "I2: the retry of a save that waits became a new intent");
        Violation.unless(story.newest.isPresent() || operation.mayFollow(claim.order()),
                "I2: a new recording is older than what was saved before");
        claim.transcript().ifPresent(transcript -> sightings.saw(Sight.TRANSCRIPT_INHERITED));
        story.transcribed &= !anew;
        story.done = false;
        story.newest = Optional.of(claim);
        story.granted++;
        operation.claim = Optional.of(claim);
    }

    void unanswered(Operation operation, ClaimRequest request) {
        of(request.recording()).unclaimed++;
        operation.claimUnanswered = true;
        sightings.saw(Sight.UNCLAIMED_WORK);
    }

    /** A write of a claim was answered. */
    void noted(Claim claim, boolean counts) {
        if (!counts) {
            sightings.saw(Sight.FENCED_OUT);
        }
        Violation.unless(!counts || of(claim.recording()).isNewest(claim), "I3: a write of a lost claim counted");
    }

    void checkpointed(Claim claim) {
        of(claim.recording()).transcribed = true;
    }

    void completed(Claim claim, Content content) {
        Story story = of(claim.recording());
        story.done = true;
        story.results.add(new Story.Result(claim.order(), content, content.fingerprint()));
    }

    /** An engine is called. */
    int paid(Operation operation, Stage stage) {
        RecordingKey recording = operation.recording.orElseThrow();
        Story story = of(recording);
        Violation.unless(operation.claim.isPresent() || operation.claimUnanswered, "I3: paid without a claim");
        Violation.unless(
                operation.claimUnanswered || stage == Stage.ANALYSIS
                        || operation.claim.flatMap(Claim::transcript).isEmpty(),
                "I3: a finished transcript was paid for again");
        Violation.unless(operation.storeFailed || operation.claim.filter(story::isNewest).isPresent(),
                "I3: paid under a lost claim");
        int calls = story.calls.merge(stage, 1, Integer::sum);
        Violation.unless(calls <= story.granted + story.unclaimed, "I3: more calls than claims");
        Violation.unless(calls == 1 || !weather.isCalm(), "I3: paid twice though nothing went wrong");
        return calls;
    }

    /** A result was answered. */
    void answered(RecordingKey recording, Content content) {
        Story story = of(recording);
        story.answers.add(content.fingerprint());
        Violation.unless(story.answers.size() == 1 || !weather.isStoreReliable() || weather.isReprocessing(),
                "I4: two results for one recording");
    }
}
