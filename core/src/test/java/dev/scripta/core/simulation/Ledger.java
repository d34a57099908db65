package dev.scripta.core.simulation;

import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.usecase.ProcessedRecording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps books of saves apart from the store, and compares (I1, I2, I5, I6). */
final class Ledger {

    private static final PageRequest ALL = new PageRequest(1, 50);

    private final World world;
    private final Map<ConversationKey, Row> rows = new HashMap<>();
    private final Map<ConversationKey, List<Promise>> promises = new HashMap<>();

    /** Every content a conversation ever had, and the newest order it had it by. */
    private final Map<ConversationKey, Map<Sha256, Order>> held = new HashMap<>();

    /** Results that waited and gave way. */
    private final Set<Sha256> gaveWay = new HashSet<>();

    Ledger(World world) {
        this.world = world;
    }

    /** What the store has to hold: a register that the greatest intent wins. */
    private record Row(Saved content, long revision) {
        Row after(SaveRequest request) {
            Saved intent = Saved.of(request);
            boolean same = intent.fingerprint().equals(content.fingerprint());
            boolean expected = request.expectedRevision().isPresent();
            if (same) {
                return intent.order().isNewerThan(content.order()) ? new Row(intent, revision) : this;
            }
            if (expected
                    ? request.expectedRevision().getAsLong() != revision
                    : Saved.AGE.compare(intent, content) <= 0) {
                return this;
            }
            long order = Math.max(intent.order().value(), expected ? content.order().value() + 1 : 0);
            return new Row(new Saved(new Order(order), intent.fingerprint()), revision + 1);
        }
    }

    /** What was told to be saved, under the order it was accepted with. */
    private static final class Promise {
        private final Optional<RecordingKey> recording;
        private Saved saved;

        Promise(Saved saved, Optional<RecordingKey> recording) {
            this.saved = saved;
            this.recording = recording;
        }
    }

    /** A save took effect in the store. */
    void saved(Operation operation, SaveRequest request, SaveResult result) {
        ConversationKey key = request.key();
        Saved intent = Saved.of(request);
        checkOwner(key, request.content());
        checkRepetition(operation, request);
        operation.recording.ifPresent(recording -> Violation.unless(
                world.work.of(recording).results.stream()
                        .anyMatch(known -> known.fingerprint().equals(intent.fingerprint())),
                "I4: a result was saved that the journal does not have"));
        held.computeIfAbsent(key, unknown -> new HashMap<>())
                .merge(intent.fingerprint(), intent.order(), (a, b) -> a.isNewerThan(b) ? a : b);
        Optional<Row> before = Optional.ofNullable(rows.get(key));
        before.map(row -> row.after(request))
                .or(() -> request.expectedRevision().orElse(0) == 0 ? Optional.of(new Row(intent, 1)) : before)
                .ifPresent(row -> rows.put(key, row));
        Optional<Row> stored = world.repository.head(key).map(Ledger::row);
        Violation.unless(stored.equals(Optional.ofNullable(rows.get(key))), "I2: the head is not the newest intent");
        Violation.unless(result.outcome() != SaveOutcome.CREATED || before.isEmpty(), "I1: created twice");
        if (operation.kind == Operation.Kind.DRAIN) {
            promisesOf(key).stream()
                    .filter(promise -> promise.saved.fingerprint().equals(intent.fingerprint()))
                    .filter(promise -> promise.saved.order().isNewerThan(intent.order()))
                    .forEach(promise -> promise.saved = intent);
        }
        check(key);
    }

    private static Row row(Head head) {
        return new Row(new Saved(head.order(), head.fingerprint()), head.revision());
    }

    /** What repeats something known is no new intent (X07, X08). */
    private void checkRepetition(Operation operation, SaveRequest request) {
        if (request.expectedRevision().isPresent() || world.weather.isReprocessing()) {
            return;
        }
        Sha256 fingerprint = request.content().fingerprint();
        Stream<Optional<Order>> waited = world.machines.stream()
                .map(machine -> machine.disk().backlog.orderOf(request.key(), fingerprint));
        Stream<Order> known = Stream.concat(waited, Stream.of(operation.repeats,
                world.work.orderOf(request.key(), fingerprint),
                Optional.ofNullable(held.getOrDefault(request.key(), Map.of()).get(fingerprint))))
                .flatMap(Optional::stream);
        boolean repeated = known.anyMatch(order -> !request.order().isNewerThan(order));
        Violation.unless(operation.repeats.isEmpty() || repeated, "I2: a repetition became a new intent");
        Violation.unless(operation.kind != Operation.Kind.SAVE || repeated || operation.mayFollow(request.order()),
                "I2: a new save is older than what was saved before");
    }

    /** The newest order that was saved. */
    Optional<Order> newest(ConversationKey key) {
        return Optional.ofNullable(rows.get(key)).map(row -> row.content().order());
    }

    /** An upload is answered. */
    void answered(Operation operation, RecordingKey recording, ProcessedRecording answer) {
        checkOwner(recording.conversation(), answer.content());
        world.work.answered(recording, answer.content());
        if (answer.replayed()) {
            world.sightings.saw(Sight.REPLAYED);
        }
        promised(operation, recording.conversation(), answer.save(), answer.replayed());
    }

    /** A save is answered. */
    void promised(Operation operation, ConversationKey key, SaveResult answer, boolean replayed) {
        world.sightings.saw(Sight.valueOf(answer.outcome().name()));
        answer.head()
                .ifPresent(head -> Violation.unless(held.getOrDefault(key, Map.of()).containsKey(head.fingerprint()),
                        "I6: a head of somebody else's conversation"));
        if (answer.outcome() == SaveOutcome.DEFERRED) {
            Violation.unless(operation.waits.isPresent() || replayed, "I5: deferred, but nothing waits");
            operation.waits.filter(save -> !gaveWay.contains(save.request().content().fingerprint()))
                    .ifPresent(save -> promisesOf(key)
                            .add(new Promise(Saved.of(save.request()), save.recording()
                                    .or(() -> operation.recording))));
        }
        answer.head()
                .map(head -> new Saved(head.order(), head.fingerprint()))
                .ifPresent(saved -> promisesOf(key).add(new Promise(saved, Optional.empty())));
        check(key);
    }

    /**
     * A save took the place of another in the backlog, or kept it, for its order is newer. That order may turn out to be a repetition's
     * once the store is back, and then the other was given up for nothing: a backlog of one save for each conversation
     * cannot know.
     */
    void displaced(DeferredSave before, DeferredSave by) {
        Saved newer = Saved.of(by.request());
        if (Saved.AGE.compare(newer, Saved.of(before.request())) > 0
                && !newer.fingerprint().equals(before.request().content().fingerprint())) {
            world.sightings.saw(Sight.DISPLACED);
            promisesOf(by.key()).removeIf(promise -> promise.saved.equals(Saved.of(before.request())));
            gaveWay.add(before.request().content().fingerprint());
        }
    }

    private static void checkOwner(ConversationKey key, Content content) {
        Violation.unless(!content.transcript().hasSpeech() || content.transcript().text().startsWith(Engines.tag(key)),
                "I6: words of somebody else");
    }

    private List<Promise> promisesOf(ConversationKey key) {
        return promises.computeIfAbsent(key, unknown -> new ArrayList<>());
    }

    /** Every save that was promised is kept somewhere, or gave way to a newer one. */
    void check(ConversationKey key) {
        for (Promise promise : promisesOf(key)) {
            Violation.unless(isKept(key, promise), "I5: a promised save is lost");
        }
    }

    private boolean isKept(ConversationKey key, Promise promise) {
        List<Saved> kept = Stream.concat(world.repository.head(key).map(Ledger::row).map(Row::content).stream(),
                world.machines.stream().flatMap(machine -> machine.disk().saves(key)).map(Saved::of)).toList();
        Stream<Saved> counted = Stream.concat(
                Stream.of(promise.saved),
                world.work.of(key)
                        .flatMap(story -> story.results.stream()
                                .filter(result -> result.fingerprint().equals(promise.saved.fingerprint())
                                        || promise.recording.map(world.work::of).filter(story::equals).isPresent()))
                        .map(result -> new Saved(result.order(), result.fingerprint())));
        return counted.anyMatch(wanted -> kept.stream()
                .anyMatch(there -> there.fingerprint().equals(wanted.fingerprint())
                        || Saved.AGE.compare(there, wanted) >= 0));
    }

    /** Nothing is under way any more: what is known is where it belongs (P11). */
    void checkAtRest() {
        for (Machine machine : world.machines) {
            Violation.unless(machine.isIdle(), "P11: a machine did not come to rest");
        }
        world.keys().forEach(key -> {
            check(key);
            long rows = world.repository.list(key.owner(), ALL)
                    .entries()
                    .stream()
                    .filter(summary -> summary.key().equals(key))
                    .count();
            Violation.unless(rows <= 1, "I1: two conversations of one session");
            world.work.of(key)
                    .flatMap(story -> story.result().stream())
                    .filter(result -> result.content().transcript().hasSpeech())
                    .filter(result -> !gaveWay.contains(result.fingerprint()))
                    .forEach(result -> Violation.unless(
                            isKept(key, new Promise(new Saved(result.order(), result.fingerprint()),
                                    Optional.empty())),
                            "P11: a finished result was never saved"));
        });
    }
}
