package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.adapters.postgres.adoption.AdoptionReport;
import dev.scripta.adapters.postgres.adoption.OddAnalysis;
import dev.scripta.adapters.postgres.adoption.Outcome;
import dev.scripta.adapters.postgres.adoption.RandomAnalyses;
import dev.scripta.adapters.postgres.adoption.Repair;
import dev.scripta.adapters.postgres.json.JsonReading;
import dev.scripta.core.model.Account;
import dev.scripta.core.model.AccountId;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.EmailAddress;
import dev.scripta.core.model.PageRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten thousand conversations of fifty users, each tenth of an odd kind: every word of them is there afterwards. */
final class AdoptionOfManyIT {

    private static final int USERS = 50;
    private static final int CONVERSATIONS = 10_000;
    private static final int ODD_EACH = 10;
    private static final String INSERT = "INSERT INTO conversations (session_id, paramedic_id, transcript, analysis, "
            + "created_at) VALUES (?, ?, ?, CAST(? AS json), CAST(? AS timestamp))";
    private static final List<String> ODD_SESSIONS = List.of("", " ", "  \u2003", "line\nbreak", "tab\there",
            "\u0085next",
            "\u007f");
    private static final List<String> ODD_TIMES = List.of("infinity", "-infinity", "1969-12-31 23:59:59.999999",
            "0044-03-15 12:00:00 BC", "10000-01-01 00:00:00");
    private static final List<String> TRANSCRIPTS = List.of("", "chest pain\r\nsince noon\rtoday\n",
            "\u0623\u0644\u0645 \ud83d\ude91",
            "\u0001control\u001f", "a long story. ".repeat(2_000));

    private static final List<Source> SOURCES = sources();

    private static OldDatabase database;
    private static List<String> before;
    private static AdoptionReport first;
    private static AdoptionReport second;
    private static List<String> afterFirst;
    private static List<String> afterSecond;

    /**
     * A conversation of the older system and what becomes of it.
     *
     * @param stored as the older system has it
     * @param kept the analysis to be kept, as JSON text
     */
    private record Source(long id, long user, String session, String keptSession, String transcript, String stored,
            String kept, String time, Instant keptTime, List<Repair> repairs) {}

    private static List<Source> sources() {
        Random random = new Random(20_261_122);
        RandomAnalyses analyses = new RandomAnalyses(random);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            sources.add(i % ODD_EACH == 0 ? odd(i, random) : plain(i, analyses.next(), random));
        }
        return sources;
    }

    private static Source plain(int i, String stored, Random random) {
        String session = new UUID(random.nextLong(), random.nextLong()).toString();
        LocalDateTime time = time(random);
        return new Source(i + 1L, user(random), session, session, transcript(i), stored,
                new JsonReading().read(stored).toJson(), time.toString(), time.toInstant(ZoneOffset.UTC), List.of());
    }

    /** One kind of odd analysis after the other; some of these have an odd session or time, too. */
    private static Source odd(int i, Random random) {
        int n = i / ODD_EACH;
        OddAnalysis analysis = OddAnalysis.KINDS.get(n % OddAnalysis.KINDS.size());
        Source plain = plain(i, "{}", random);
        boolean oddSession = n < ODD_SESSIONS.size();
        boolean oddTime = n >= 20 && n < 20 + ODD_TIMES.size();
        List<Repair> repairs = Stream.of(analysis.repairs().stream(), Stream.of(Repair.SESSION_ID)
                .filter(r -> oddSession),
                Stream.of(Repair.TIME).filter(r -> oddTime)).flatMap(some -> some).toList();
        return new Source(plain.id, plain.user, oddSession ? ODD_SESSIONS.get(n) : plain.session,
                oddSession ? "adopted-" + plain.id : plain.session, plain.transcript, analysis.stored(), analysis
                        .kept(),
                oddTime ? ODD_TIMES.get(n - 20) : plain.time, oddTime ? Instant.EPOCH : plain.keptTime, repairs);
    }

    private static long user(Random random) {
        return 1L + random.nextInt(USERS);
    }

    /** Some are made at the very same time, and some after the adoption by a clock that is wrong. */
    private static LocalDateTime time(Random random) {
        int kind = random.nextInt(20);
        LocalDateTime noon = LocalDateTime.of(2025, 6, 1, 12, 0);
        return kind == 0
                ? noon
                : kind == 1
                        ? LocalDateTime.of(2031, 1, 1, 0, 0)
                        : noon.plus(
                                random.nextLong(Duration.ofDays(300).toNanos() / 1_000), ChronoUnit.MICROS);
    }

    private static String transcript(int i) {
        return i % 7 == 0 ? TRANSCRIPTS.get(i / 7 % TRANSCRIPTS.size()) : "conversation " + i;
    }

    @BeforeAll
    static void adopt_twice() throws SQLException {
        database = new OldDatabase();
        database.addUsers(USERS);
        store();
        before = digests("paramedics", "conversations");
        long began = System.nanoTime();
        first = database.scripta().adopt(database.clock());
        long middle = System.nanoTime();
        afterFirst = digests("account", "conversation", "adoption");
        long again = System.nanoTime();
        second = database.scripta().adopt(database.clock());
        System.out.printf(Locale.ROOT, "adopted %d conversations of %d users in %.1f s, found them again in %.1f s%n",
                CONVERSATIONS, USERS, (middle - began) / 1e9, (System.nanoTime() - again) / 1e9);
        afterSecond = digests("account", "conversation", "adoption");
    }

    private static void store() throws SQLException {
        try (Connection connection = database.connections().getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (Source source : SOURCES) {
                insert.setString(1, source.session);
                insert.setLong(2, source.user);
                insert.setString(3, source.transcript);
                insert.setString(4, source.stored);
                insert.setString(5, source.time);
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    private static List<String> digests(String... tables) throws SQLException {
        List<String> digests = new ArrayList<>();
        for (String table : tables) {
            digests.add(database.digest(table));
        }
        return digests;
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_row_is_adopted_and_every_repair_is_counted() {
        assertEquals(USERS, first.accounts().of(Outcome.ADOPTED).count());
        assertEquals(USERS, first.accounts().found());
        assertEquals(CONVERSATIONS, first.conversations().of(Outcome.ADOPTED).count());
        assertEquals(CONVERSATIONS, first.conversations().found());
        for (Repair repair : Repair.values()) {
            long expected = SOURCES.stream().filter(source -> source.repairs.contains(repair)).count();
            assertEquals(expected, first.conversations().of(repair).count(), repair.name());
        }
    }

    @Test
    void every_conversation_is_readable_and_holds_what_was_there_word_for_word() {
        PostgresConversationRepository repository = database.scripta().repository();
        for (Source source : SOURCES) {
            Conversation found = repository.find(OldDatabase.owner(source.user), new ConversationId(source.id))
                    .orElseThrow();
            assertEquals(source.keptSession, found.key().session().value());
            assertEquals(source.transcript.replace("\r\n", "\n").replace('\r', '\n'),
                    found.content().transcript().text());
            assertEquals(source.kept, found.content().analysis().json().toJson());
            assertEquals(source.keptTime, found.createdAt());
            assertEquals(source.keptTime, found.updatedAt());
            assertEquals(1, found.head().revision());
            assertEquals(found.content().fingerprint(), found.head().fingerprint());
            Instant ordered = source.keptTime.isBefore(OldDatabase.NOW) ? source.keptTime : OldDatabase.NOW;
            assertEquals(ChronoUnit.MICROS.between(Instant.EPOCH, ordered), found.head().order().value());
        }
    }

    @Test
    void each_list_has_all_of_its_owner_newest_first() {
        Comparator<Source> newest = Comparator.comparing(Source::keptTime).thenComparingLong(Source::id).reversed();
        for (long user = 1; user <= USERS; user++) {
            long owner = user;
            List<Long> expected = SOURCES.stream()
                    .filter(source -> source.user == owner)
                    .sorted(newest)
                    .map(Source::id)
                    .toList();
            assertTrue(expected.size() > 100, "there are several pages");
            assertEquals(expected, listed(owner, expected.size()));
        }
    }

    private static List<Long> listed(long user, int count) {
        return LongStream.rangeClosed(1, count / PageRequest.MAX_SIZE + 1)
                .mapToObj(page -> page(user, (int) page))
                .flatMap(page -> page.entries().stream())
                .map(entry -> entry.id().value())
                .toList();
    }

    private static ConversationPage page(long user, int number) {
        return database.scripta()
                .repository()
                .list(OldDatabase.owner(user), new PageRequest(number, PageRequest.MAX_SIZE));
    }

    @Test
    void every_account_has_what_it_had() throws SQLException {
        assertEquals(
                database.texts("""
                        SELECT concat_ws('|', id, email, name, medical_id, national_id, age, hashed_password, profile_pic_data,
                            profile_pic_url, created_at AT TIME ZONE 'UTC', updated_at AT TIME ZONE 'UTC')
                        FROM paramedics ORDER BY id
                        """),
                database.texts("""
                        SELECT concat_ws('|', id, email, name, medical_id, national_id, age, password_hash, picture,
                            picture_url, created_at, updated_at)
                        FROM account WHERE password_revision = 1 ORDER BY id
                        """));
    }

    @Test
    void every_account_is_found_by_its_number_and_by_its_address() {
        for (int user = 1; user <= USERS; user++) {
            Account account = database.scripta().accounts().find(new AccountId(user)).orElseThrow();
            assertEquals(Optional.of(account),
                    database.scripta().accounts().find(new EmailAddress(user + "@example.com")));
            assertEquals(OldDatabase.HASH, account.password().value());
        }
    }

    @Test
    void the_second_run_finds_all_of_it_and_changes_nothing() {
        assertEquals(USERS, second.accounts().of(Outcome.THERE_ALREADY).count());
        assertEquals(CONVERSATIONS, second.conversations().of(Outcome.THERE_ALREADY).count());
        assertEquals(CONVERSATIONS, second.conversations().found());
        assertEquals(afterFirst, afterSecond);
    }

    @Test
    void the_older_tables_are_as_they_were() throws SQLException {
        assertEquals(before, digests("paramedics", "conversations"));
    }
}
