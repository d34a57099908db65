package dev.scripta.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.http.account.Allowance;
import dev.scripta.adapters.http.account.SignInLimits;
import dev.scripta.adapters.http.socket.Logged;
import dev.scripta.adapters.http.transport.Audit;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class AuditIT extends SignInTests {

    private static void assertTold(String line, Logged audit) throws InterruptedException {
        String told = audit.next();
        // Loggers tell levels in the machine's language.
        assertTrue(told.endsWith(Level.INFO.getLocalizedName() + ": " + line + System.lineSeparator()), told);
    }

    @Test
    void who_signed_in_is_told_by_number_and_nobody_by_address() throws Exception {
        Allowance two = new Allowance(2, Duration.ofMinutes(1));
        restart(settings(new SignInLimits(two, two, two, two, two, two), false));
        try (Logged audit = new Logged(Audit.LOGGER)) {
            String token = token("ann@example.com");
            assertTold("sign-up account=1 outcome=accepted", audit);
            json("POST", SIGN_UP, newcomer("ann@example.com"));
            assertTold("sign-up account=unknown outcome=refused", audit);
            json("POST", SIGN_UP, newcomer("ann@example.com"));
            assertTold("sign-up account=unknown outcome=limited", audit);
            logIn("ann@example.com", PASSWORD);
            assertTold("sign-in account=1 outcome=accepted", audit);
            logIn("ann@example.com", "wrong horse");
            assertTold("sign-in account=1 outcome=refused", audit);
            logIn("ben@example.com", "wrong horse");
            assertTold("sign-in account=unknown outcome=refused", audit);
            logIn("ben@example.com", "wrong horse");
            assertTold("sign-in account=unknown outcome=limited", audit);
            assertEquals(200, json("PUT", PROFILE, "{\"name\":\"Anna\"}", bearer(token)).statusCode());
            assertEquals(200, json("PUT", PROFILE, "{\"email\":\"ann@example.com\"}", bearer(token)).statusCode());
            assertEquals(200, json("PUT", PROFILE, "{\"email\":\"anna@example.com\"}", bearer(token)).statusCode());
            assertTold("address-change account=1 outcome=accepted", audit);
            api.delete(RunningApi.statusPath("s1", Backend.SPEECH), bearer(token));
            assertTold("discard account=1 outcome=unknown", audit);
            assertEquals(200, json("PUT", PROFILE, "{\"password\":\"another horse\"}", bearer(token)).statusCode());
            assertTold("password-change account=1 outcome=accepted", audit);
        }
    }
}
