package dev.scripta.adapters.postgres;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests run in a zone with daylight saving time, and in Turkish, which has another i. To be registered behind what starts the
 * server, which is not what they test.
 */
final class Abroad implements BeforeAllCallback, AfterAllCallback {

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @Override
    public void beforeAll(ExtensionContext context) {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        Locale.setDefault(Locale.of("tr", "TR"));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }
}
