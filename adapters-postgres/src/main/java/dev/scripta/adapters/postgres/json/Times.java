package dev.scripta.adapters.postgres.json;

import dev.scripta.core.model.JsonNumber;
import dev.scripta.core.model.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;

/** Durations as seconds with up to nine decimals, exactly. */
final class Times {

    private static final int NANOS = 9;

    private Times() {}

    static JsonNumber seconds(Duration time) {
        BigDecimal exact = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), NANOS));
        return new JsonNumber(new BigDecimal(exact.stripTrailingZeros().toPlainString()));
    }

    static Duration duration(JsonValue seconds) {
        BigDecimal[] parts = ((JsonNumber) seconds).value().divideAndRemainder(BigDecimal.ONE);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].movePointRight(NANOS).longValueExact());
    }
}
