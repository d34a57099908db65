package dev.scripta.adapters.speech.guard;

import dev.scripta.core.error.ScriptaException;
import java.time.Duration;

/** Makes the failure of a stage whose engine was not called, so that nothing was paid: worth a retry after this time. */
@FunctionalInterface
interface NotCalled {

    ScriptaException because(String detail, Duration retryAfter);
}
