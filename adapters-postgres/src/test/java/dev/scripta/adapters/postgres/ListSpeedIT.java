package dev.scripta.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scripta.core.model.OwnerId;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.port.ConversationRepository;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of somebody with a hundred thousand conversations of about 1 KB, beside others' twenty thousand. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class ListSpeedIT {

    private static final OwnerId OWNER = new OwnerId("4711");
    private static final int CONVERSATIONS = 100_000;
    private static final int SIZE = 10;
    private static final int LAST = CONVERSATIONS / SIZE;
    private static final int RUNS = 61;

    /**
     * What is promised on two cores that do nothing else. Time on a busy machine is no witness, so it is asserted with
     * {@code -Dscripta.quiet=true} only, and what is read is always.
     */
    private static final Duration BOUND = Duration.ofMillis(20);
    private static final int FACTOR = 3;

    /**
     * Of 8 KB each. Counting all in an index takes some 500, and the one of the list has twice as many: from the nearer end at most
     * half of these are read besides, from the other up to all, which would be more than twice the first page.
     */
    private static final long BUFFERS = 1_000;
    private static final int BUFFER_FACTOR = 2;

    /** The outermost step's, which come first and contain all others'. */
    private static final Pattern BUFFERS_OF_ALL = Pattern
            .compile("Buffers: shared(?: hit=(?<hit>\\d+))?(?: read=(?<read>\\d+))?");
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):[a-z]+");

    /** Else a commit may not be on disk yet when the table is vacuumed, and then no page is known to be all visible. */
    @RegisterExtension
    static final OwnPool POOL = new OwnPool(1, "SET synchronous_commit = on");

    private final ConversationRepository repository = new PostgresConversationRepository(POOL, TestServer.RANDOM);

    @BeforeAll
    static void fill() throws SQLException {
        TestServer.execute(POOL, """
                INSERT INTO conversation (owner_id, session_id, id, revision, order_key, fingerprint, transcript, segments,
                    analysis, created_at, updated_at)
                SELECT CASE WHEN i % 6 = 0 THEN 'other ' || i % 1000 ELSE '4711' END, 'session ' || i,
                    -- Distinct and in no order, like random ids: the factor has no common divisor with the modulus.
                    1 + i * CAST(5700357409661599241 % 9007199254740881 AS numeric) % 9007199254740881, 1, i,
                    sha256(CAST(CAST(i AS text) AS bytea)), repeat('He said it, and she answered. ', 10), '[]',
                    json_build_object('summary', repeat(md5(CAST(i AS text)) || ' ', 16), 'mood', 'calm',
                        'topics', json_build_array('work', 'home', md5(CAST(-i AS text))),
                        'extracted_data', json_build_object('patient_name', 'Name ' || i, 'chief_complaint',
                            repeat(md5(CAST(i + 1 AS text)) || ' ', 8))),
                    -- Three at a time have one time.
                    timestamptz '2020-01-01 00:00:00Z' + i / 3 * interval '7 minutes', now()
                FROM generate_series(1, 120000) AS i
                """);
        TestServer.execute(POOL, "VACUUM ANALYZE conversation");
    }

    @Test
    void no_page_takes_long_however_deep_it_is() {
        List<Integer> pages = List.of(1, LAST / 4, LAST / 2, LAST * 3 / 4, LAST);
        pages.forEach(page -> median(page, RUNS / 3));
        List<Duration> medians = pages.stream().map(page -> median(page, RUNS)).toList();
        IntStream.range(0, pages.size())
                .forEach(i -> System.out.printf("page %,d of %,d: %.1f ms%n", pages.get(i), LAST,
                        medians.get(i).toNanos() / 1e6));
        if (Boolean.getBoolean("scripta.quiet")) {
            assertTrue(medians.getFirst().compareTo(BOUND) < 0, "first page: " + medians.getFirst());
            assertTrue(medians.stream().allMatch(each -> each.compareTo(medians.getFirst().multipliedBy(FACTOR)) <= 0),
                    medians.toString());
        }
    }

    /** What the server reads of memory and disk is the same on every machine, however busy it is. */
    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void no_page_reads_much_more_than_the_first_however_deep_it_is(String mode) throws SQLException {
        long first = buffers(plan(mode, 0));
        for (int page : List.of(1, 2, LAST / 4, LAST / 2, LAST / 2 + 1, LAST * 3 / 4, LAST, LAST + 1)) {
            long read = buffers(plan(mode, (page - 1L) * SIZE));
            System.out.printf("page %,d of %,d: %,d buffers, %s%n", page, LAST, read, mode);
            assertTrue(read <= BUFFER_FACTOR * first, "page " + page + " reads " + read + " buffers, the first "
                    + first);
        }
        assertTrue(first <= BUFFERS, "the first page reads " + first + " buffers");
    }

    private static long buffers(String plan) {
        Matcher found = BUFFERS_OF_ALL.matcher(plan);
        assertTrue(found.find(), plan);
        return Stream.of(found.group("hit"), found.group("read"))
                .filter(Objects::nonNull)
                .mapToLong(Long::parseLong)
                .sum();
    }

    /**
     * As planned for these values, and as planned for any, which is what happens after some repetitions: counted off from the
     * nearer end, and never from the other.
     */
    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void pages_are_counted_off_in_the_index_and_their_rows_read_by_key(String mode) throws SQLException {
        for (long offset : new long[]{0, CONVERSATIONS / 2 - SIZE, CONVERSATIONS / 2, CONVERSATIONS / 2 + SIZE,
                CONVERSATIONS - SIZE}) {
            String plan = plan(mode, offset);
            assertFalse(plan.contains("Seq Scan"), plan);
            assertFalse(plan.contains("Bitmap"), plan);
            assertTrue(plan.contains("Index Scan using conversation_id_key on conversation"), plan);
            boolean fromTheEnd = offset > CONVERSATIONS / 2;
            assertEquals(fromTheEnd ? 1 : 0, unused(plan, "Index Only Scan using conversation_list"), plan);
            assertEquals(fromTheEnd ? 0 : 1, unused(plan, "Index Only Scan Backward using conversation_list"), plan);
        }
    }

    private static long unused(String plan, String scan) {
        assertTrue(plan.contains(scan), plan);
        return plan.lines().filter(line -> line.contains(scan) && line.contains("(never executed)")).count();
    }

    /** What was done for a page, with a parameter of its own for each place that has one, as the driver sends them. */
    private static String plan(String mode, long offset) throws SQLException {
        Map<String, String> values = Map.of(":owner", "'" + OWNER.value() + "'", ":size", "" + SIZE, ":offset", ""
                + offset);
        List<String> places = new ArrayList<>();
        String statement = PARAMETER.matcher(ConversationSql.LIST).replaceAll(name -> {
            places.add(Objects.requireNonNull(values.get(name.group()), name.group()));
            return "\\$" + places.size();
        });
        return Plans.executed(POOL, mode, "AS " + statement, places);
    }

    /** The list as it reads to somebody who turns all pages about the middle, where the direction changes. */
    @ParameterizedTest
    @ValueSource(ints = {7, 50})
    void pages_fit_together_where_the_counting_turns_round(int size) throws SQLException {
        int middle = CONVERSATIONS / 2 / size;
        List<Long> seen = IntStream.rangeClosed(middle - 2, middle + 3)
                .mapToObj(number -> repository.list(OWNER, new PageRequest(number, size)))
                .flatMap(page -> page.entries().stream())
                .map(entry -> entry.id().value())
                .toList();
        assertEquals(ids((middle - 3L) * size, 6 * size), seen);
        int last = (CONVERSATIONS + size - 1) / size;
        assertEquals(ids((last - 1L) * size, size), repository.list(OWNER, new PageRequest(last, size))
                .entries()
                .stream()
                .map(entry -> entry.id().value())
                .toList());
    }

    private static List<Long> ids(long offset, int limit) throws SQLException {
        try (Connection connection = POOL.getConnection();
                Statement session = connection.createStatement();
                ResultSet rows = session.executeQuery("SELECT id FROM conversation WHERE owner_id = '" + OWNER.value()
                        + "' ORDER BY created_at DESC, id DESC OFFSET " + offset + " LIMIT " + limit)) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private Duration median(int page, int runs) {
        return Timing.median(runs, () -> repository.list(OWNER, new PageRequest(page, SIZE)), answer -> {
            assertEquals(CONVERSATIONS, answer.total());
            assertEquals(SIZE, answer.entries().size());
        });
    }
}
