package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.ConversationSummary;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.SessionId;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two users of one browser, whose session id outlives a log-out, save at once through two instances. */
@Timeout(300)
final class OwnersRaceIT {

    @RegisterExtension
    static final TwoInstances INSTANCES = TwoInstances.of(UnaryOperator.identity());

    private static final int THREADS = 32;
    private static final int ROUNDS = 200;
    private static final OwnerId ANN = new OwnerId("race-ann");
    private static final OwnerId BEN = new OwnerId("race-ben");

    private final CyclicBarrier together = new CyclicBarrier(THREADS);

    @Test
    void each_has_one_conversation_of_their_own_and_never_the_others() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                SessionId session = new SessionId("tablet-" + round);
                List<Future<SaveResult>> saves = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    OwnerId owner = i % 2 == 0 ? ANN : BEN;
                    ConversationRepository instance = i % 4 < 2 ? INSTANCES.first() : INSTANCES.second();
                    saves.add(threads.submit(() -> {
                        together.await();
                        return instance.save(intent(owner, session));
                    }));
                }
                int created = 0;
                for (Future<SaveResult> save : saves) {
                    created += save.get().outcome() == SaveOutcome.CREATED ? 1 : 0;
                }
                assertEquals(2, created, "one for each");
                Conversation anns = find(ANN, session);
                Conversation bens = find(BEN, session);
                assertNotEquals(anns.head().id(), bens.head().id());
                assertEquals(intent(ANN, session).content(), anns.content());
                assertEquals(intent(BEN, session).content(), bens.content());
            }
        }
        for (OwnerId owner : List.of(ANN, BEN)) {
            assertEquals(ROUNDS, INSTANCES.first().list(owner, new PageRequest(1, 1)).total());
            List<ConversationSummary> page = INSTANCES.first().list(owner, new PageRequest(1, 50)).entries();
            assertEquals(50, page.stream().filter(entry -> entry.key().owner().equals(owner)).count());
        }
    }

    private static SaveRequest intent(OwnerId owner, SessionId session) {
        Content content = new Content(Transcript.of("the words of " + owner.value()),
                new Analysis(JsonObject.of("of", owner.value())));
        return SaveRequest.of(new ConversationKey(owner, session), content, new Order(1), Instant.EPOCH);
    }

    private static Conversation find(OwnerId owner, SessionId session) {
        return INSTANCES.second().find(new ConversationKey(owner, session)).orElseThrow();
    }
}
