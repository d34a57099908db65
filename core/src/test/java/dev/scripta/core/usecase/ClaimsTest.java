package dev.scripta.core.usecase;

import static dev.scripta.core.usecase.Studio.KEY;
import static dev.scripta.core.usecase.Studio.MORNING_RECORDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.port.JournalAnswer;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Claims last as long as they are renewed, and no longer than is certain (K01 to K03, K08). */
final class ClaimsTest {

    private static final ClaimRequest REQUEST =
            new ClaimRequest(new RecordingKey(KEY, MORNING_RECORDING.digest()), new Order(1), false);
    private static final Duration LEASE = Instance.RULES.lease();
    private static final Duration RENEWAL = Instance.RULES.renewal();

    private final Studio studio = new Studio();
    private final Instance instance = new Instance(studio);
    private final Claims claims = instance.claims;

    @Test
    void claim_lasts_for_certain_until_a_renewal_before_the_lease_ends() {
        Claim claim = claim();
        pass(LEASE.minus(RENEWAL).minusMillis(1));
        assertTrue(claims.lasts(claim));
        assertEquals(0, renewals());
        pass(Duration.ofMillis(1));
        assertTrue(claims.lasts(claim));
        assertEquals(1, renewals());
    }

    @Test
    void renewed_claim_outlives_its_lease() {
        Claim claim = claim();
        for (int i = 0; i < 10; i++) {
            pass(RENEWAL);
            claims.renew();
        }
        assertInstanceOf(JournalAnswer.InWork.class, studio.journal.claim(REQUEST, LEASE));
        assertTrue(claims.lasts(claim));
        assertEquals(10, renewals());
    }

    @Test
    void two_renewals_may_fail() {
        Claim claim = claim();
        instance.cut("renew");
        pass(RENEWAL);
        claims.renew();
        pass(RENEWAL);
        claims.renew();
        instance.heal();
        pass(RENEWAL.minusMillis(1));
        claims.renew();
        pass(RENEWAL);
        assertTrue(claims.lasts(claim));
        assertInstanceOf(JournalAnswer.InWork.class, studio.journal.claim(REQUEST, LEASE));
    }

    @Test
    void claim_that_somebody_else_got_is_held_no_more() {
        Claim claim = claim();
        pass(LEASE);
        assertInstanceOf(JournalAnswer.Granted.class, studio.journal.claim(REQUEST, LEASE));
        claims.renew();
        assertEquals(0, claims.count());
        assertFalse(claims.lasts(claim));
    }

    @Test
    void claim_that_is_found_lost_is_not_believed_again() {
        Claim claim = claim();
        pass(LEASE);
        assertInstanceOf(JournalAnswer.Granted.class, studio.journal.claim(REQUEST, LEASE));
        assertFalse(claims.lasts(claim));
        assertFalse(claims.lasts(claim));
    }

    @Test
    void lease_that_ended_unnoticed_goes_on() {
        Claim claim = claim();
        pass(LEASE.multipliedBy(3));
        assertTrue(claims.lasts(claim));
        assertInstanceOf(JournalAnswer.InWork.class, studio.journal.claim(REQUEST, LEASE));
    }

    /** Nobody else can have got it, or will know, while the store is away. */
    @Test
    void claim_is_taken_to_last_while_the_store_is_away() {
        Claim claim = claim();
        pass(LEASE);
        instance.cut();
        claims.renew();
        assertEquals(1, claims.count());
        assertTrue(claims.lasts(claim));
    }

    @Test
    void answer_that_took_long_shortens_what_is_certain() {
        instance.onReply("claim", () -> pass(LEASE.minus(RENEWAL)));
        Claim claim = claim();
        assertTrue(claims.lasts(claim));
        assertEquals(1, renewals());
    }

    @Test
    void renewal_whose_answer_took_longer_than_the_lease_is_asked_for_again() {
        Claim claim = claim();
        pass(LEASE);
        instance.onReply("renew", () -> {
            pass(LEASE);
            assertInstanceOf(JournalAnswer.Granted.class, studio.journal.claim(REQUEST, LEASE));
        });
        assertFalse(claims.lasts(claim));
        assertEquals(2, renewals());
        assertEquals(0, claims.count());
    }

    @Test
    void only_granted_claims_are_held() {
        Claim claim = claim();
        assertInstanceOf(JournalAnswer.InWork.class, claims.claim(REQUEST));
        assertEquals(1, claims.count());
        claims.letGo(claim);
        assertEquals(0, claims.count());
        claims.renew();
        assertEquals(0, renewals());
    }

    private Claim claim() {
        return ((JournalAnswer.Granted) claims.claim(REQUEST)).claim();
    }

    private void pass(Duration time) {
        instance.ticker.pass(time);
    }

    private int renewals() {
        return Collections.frequency(instance.calls, "renew");
    }
}
