package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresSettingsTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', nullValues = "-", value = {
            "postgres://anna:pw@db:5433/talks, jdbc:postgresql://db:5433/talks, anna, pw",
            "postgresql://anna:pw@db/talks, jdbc:postgresql://db/talks, anna, pw",
            "postgres://anna@db/talks, jdbc:postgresql://db/talks, anna, ``",
            "postgres://anna:@db/talks, jdbc:postgresql://db/talks, anna, ``",
            "postgres://anna:pw@[::1]:5433/talks, jdbc:postgresql://[::1]:5433/talks, anna, pw",
            "postgres://anna:pw@[fe80::1]/talks, jdbc:postgresql://[fe80::1]/talks, anna, pw",
            "postgres://anna:pw@a:1%2Cb/talks, -, -, -",
            "postgres://an%40na:p%3A%2F%25w%20+@db/talks, jdbc:postgresql://db/talks, an@na, p:/%w +",
            "postgres://anna:p@ss:word@db/talks, jdbc:postgresql://db/talks, anna, p@ss:word",
            "postgres://anna:p%C3%A4ss@db/talks, jdbc:postgresql://db/talks, anna, päss",
            "postgres://anna:pw@db/talks?sslmode=require&x=%26, jdbc:postgresql://db/talks?sslmode=require&x=%26, anna, pw",
            "jdbc:postgresql://db:5433/talks?user=anna&password=p%26w+x&ssl=true, jdbc:postgresql://db:5433/talks?ssl=true, "
                    + "anna, p&w x",
            "jdbc:postgresql://db/talks?user=anna, jdbc:postgresql://db/talks, anna, ``",
            "jdbc:postgresql://anna:pw@db/talks, jdbc:postgresql://db/talks, anna, pw",
            "postgres://db/talks?user=anna&password=pw, jdbc:postgresql://db/talks, anna, pw"})
    void urls_are_taken_apart(String url, String jdbcUrl, String user, String password) {
        if (jdbcUrl == null) {
            assertThrows(IllegalArgumentException.class, () -> PostgresSettings.parse(url));
            return;
        }
        PostgresSettings settings = PostgresSettings.parse(url);
        assertEquals(jdbcUrl, settings.jdbcUrl());
        assertEquals(user, settings.user());
        assertEquals(password, settings.password());
    }

    @Test
    void several_hosts_are_kept_for_the_driver_to_choose_from() {
        assertEquals("jdbc:postgresql://a:1,b:2,[::1]/talks?targetServerType=primary",
                PostgresSettings.parse("postgres://anna:pw@a:1,b:2,[::1]/talks?targetServerType=primary").jdbcUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres:", "postgres://", "postgres://anna:secret@db", "postgres://anna:secret@db/",
            "mysql://anna:secret@db/talks", "http://anna:secret@db/talks", "postgres://anna:secret@/talks",
            "postgres://anna:secret@db:x/talks", "postgres://anna:secret@db:123456/talks",
            "postgres://:secret@db/talks",
            "postgres://db/talks?password=secret", "postgres://anna:secret%zz@db/talks",
            "postgres://anna:secret%@db/talks",
            "postgres://anna:secret@[::1/talks", "postgres://anna:secret@db/talks/more",
            "postgres://anna:secret@db/ta@lks",
            "jdbc:mysql://db/talks?user=anna&password=secret", "postgres://%20:secret@db/talks"})
    void what_is_no_such_url_is_refused_without_repeating_it(String url) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> PostgresSettings.parse(
                url));
        assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
        assertNull(refusal.getCause());
    }

    @Test
    void the_password_and_what_may_be_one_are_never_printed() {
        PostgresSettings settings = PostgresSettings.parse("postgres://anna:secret@db/talks?sslpassword=secret");
        assertEquals("PostgresSettings[jdbc:postgresql://db/talks, user=anna, poolSize=10, "
                + "PostgresTimeouts[connection=PT3S, lock=PT1S, statement=PT10S]]", settings.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://anna:secret@db/talks", "jdbc:postgresql://db/talks?password=secret",
            "jdbc:postgresql://db/talks?ssl=true&user=anna", "postgres://db/talks", "jdbc:postgresql:talks"})
    void a_jdbc_url_with_credentials_or_of_another_kind_is_refused(String jdbcUrl) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> new PostgresSettings(jdbcUrl, "anna", "", 1, PostgresTimeouts.DEFAULT));
        assertFalse(refusal.getMessage().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    void pool_sizes_out_of_bounds_are_refused(int size) {
        PostgresSettings settings = PostgresSettings.parse("postgres://anna@db/talks");
        assertThrows(IllegalArgumentException.class, () -> settings.withPoolSize(size));
    }

    @ParameterizedTest
    @CsvSource({"249,10,20", "3600001,10,20", "1000,0,20", "1000,20,20", "1000,30,20", "1000,1,3600001"})
    void timeouts_out_of_bounds_are_refused(long connection, long lock, long statement) {
        assertThrows(IllegalArgumentException.class, () -> new PostgresTimeouts(Duration.ofMillis(connection),
                Duration.ofMillis(lock), Duration.ofMillis(statement)));
    }

    @Test
    void settings_change_one_at_a_time() {
        PostgresTimeouts timeouts = new PostgresTimeouts(Duration.ofMillis(250), Duration.ofMillis(1), Duration
                .ofMillis(2));
        PostgresSettings settings = PostgresSettings.parse("postgres://anna:pw@db/talks")
                .withPoolSize(3)
                .withTimeouts(timeouts);
        assertEquals(new PostgresSettings("jdbc:postgresql://db/talks", "anna", "pw", 3, timeouts), settings);
    }
}
