package dev.scripta.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.EngineFailure.Stage;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.RecordingNote;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** P04: any history of calls gets the same answers from the journal and from a model that is simple enough to be right. */
final class JournalModelTest {

    private static final ConversationKey ANNAS = new ConversationKey(new OwnerId("anna"), new SessionId("s"));
    private static final ConversationKey BORIS = new ConversationKey(new OwnerId("boris"), new SessionId("s"));
    private static final List<RecordingKey> RECORDINGS = List.of(
            new RecordingKey(ANNAS, digest("1")),
            new RecordingKey(ANNAS, digest("2")),
            new RecordingKey(BORIS, digest("1")));

    /** What may happen. */
    enum Kind {
        CLAIM, REPROCESS, RENEW, CHECKPOINT, COMPLETE, POSTPONE, REFUSE, PASS, FORGET, DISCARD, PURGE, ORDER_OF, LOOK,
        OPEN
    }

    /** One call, by one of a few workers who remember their last claims, on one of a few recordings. */
    record Step(Kind kind, int worker, int recording, int number) {}

    @Property(tries = 3000)
    void journal_answers_as_its_model(@ForAll("histories") List<Step> history) {
        JournalModel model = new JournalModel();
        MutableClock clock = new MutableClock();
        RecordingJournal journal = new InMemoryRecordingJournal(clock);
        Map<Integer, Claim> claims = new HashMap<>();
        for (int i = 0; i < history.size(); i++) {
            Step step = history.get(i);
            if (step.kind() == Kind.PASS) {
                model.pass(step.number() * 4L);
                clock.pass(step.number() * 4L);
                continue;
            }
            Object expected = answer(model, step, claims);
            assertEquals(expected, answer(journal, step, claims), "step " + i + ": " + step);
            if (expected instanceof JournalAnswer.Granted granted) {
                claims.put(place(step), granted.claim());
            }
        }
    }

    private static Object answer(RecordingJournal journal, Step step, Map<Integer, Claim> claims) {
        RecordingKey recording = RECORDINGS.get(step.recording());
        Duration time = Duration.ofMillis(step.number() * 3L);
        Content content = new Content(Transcript.of("words " + step.number()), Analysis.NONE);
        return switch (step.kind()) {
            case CLAIM -> journal.claim(new ClaimRequest(recording, new Order(step.number()), false), time);
            case REPROCESS -> journal.claim(new ClaimRequest(recording, new Order(step.number()), true), time);
            case ORDER_OF -> journal.orderOf(recording.conversation(), content.fingerprint());
            case LOOK -> journal.look(recording);
            case OPEN -> open(journal, recording.conversation().owner());
            case PURGE -> journal.purge(time);
            case DISCARD -> journal.discard(recording);
            case FORGET -> {
                journal.forget(recording.conversation());
                yield true;
            }
            default -> Optional.ofNullable(claims.get(place(step)))
                    .map(claim -> write(journal, step.kind(), claim, content, time));
        };
    }

    /** Of the same order, two recordings may come in any order. */
    private static Object open(RecordingJournal journal, OwnerId owner) {
        List<RecordingNote> all = journal.open(owner, 10);
        return List.of(orders(all), orders(journal.open(owner, 1)), Set.copyOf(all));
    }

    private static List<Order> orders(List<RecordingNote> notes) {
        return notes.stream().map(RecordingNote::order).toList();
    }

    private static boolean write(RecordingJournal journal, Kind kind, Claim claim, Content content, Duration time) {
        return switch (kind) {
            case RENEW -> journal.renew(claim, time);
            case CHECKPOINT -> journal.checkpoint(claim, content.transcript(), time);
            case COMPLETE -> journal.complete(claim, content);
            case POSTPONE -> journal.postpone(claim, new EngineFailure(Stage.ANALYSIS, "Away.", true), time);
            case REFUSE -> journal.refuse(claim, Reason.EMPTY, "Empty.", time);
            default -> throw new IllegalArgumentException("no write: " + kind);
        };
    }

    private static int place(Step step) {
        return step.worker() * RECORDINGS.size() + step.recording();
    }

    private static Sha256 digest(String audio) {
        return Sha256.of(audio.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(Tuple.of(5, Kind.CLAIM), Tuple.of(2, Kind.REPROCESS),
                Tuple.of(2, Kind.RENEW), Tuple.of(2, Kind.CHECKPOINT), Tuple.of(4, Kind.COMPLETE),
                Tuple.of(2, Kind.POSTPONE), Tuple.of(2, Kind.REFUSE), Tuple.of(4, Kind.PASS),
                Tuple.of(1, Kind.FORGET), Tuple.of(1, Kind.DISCARD), Tuple.of(1, Kind.PURGE), Tuple.of(2,
                        Kind.ORDER_OF),
                Tuple.of(3, Kind.LOOK), Tuple.of(3, Kind.OPEN));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 1), Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(1, 4)).as(Step::new).list().ofMaxSize(40);
    }

    /** Time that the history lets pass. */
    private static final class MutableClock extends Clock {

        private Instant now = Instant.parse("2024-05-06T12:00:00Z");

        void pass(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody needs a zone");
        }
    }
}
