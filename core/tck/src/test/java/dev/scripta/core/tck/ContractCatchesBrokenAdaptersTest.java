package dev.scripta.core.tck;

import static dev.scripta.core.tck.Suspect.failedRules;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.scripta.core.port.AccountRepository;
import dev.scripta.core.port.ConversationRepository;
import dev.scripta.core.port.RecordingJournal;
import dev.scripta.core.port.SaveBacklog;
import dev.scripta.core.port.SpeechToText;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit proves that it can fail: each broken twin fails exactly the rules it breaks. */
@Execution(ExecutionMode.CONCURRENT)
final class ContractCatchesBrokenAdaptersTest {

    @Test
    void right_repository_fails_no_rule() {
        assertEquals(Set.of(), failedRules(SuspectRepository.class, SuspectRepository.RIGHT));
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void broken_repository_fails_exactly_its_rules(Broken<Function<Store, ConversationRepository>> broken) {
        assertEquals(broken.rules(), failedRules(SuspectRepository.class, broken.name()));
    }

    @Test
    void right_accounts_fail_no_rule() {
        assertEquals(Set.of(), failedRules(SuspectAccounts.class, SuspectAccounts.RIGHT));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void broken_accounts_fail_exactly_their_rules(Broken<Function<AccountStore, AccountRepository>> broken) {
        assertEquals(broken.rules(), failedRules(SuspectAccounts.class, broken.name()));
    }

    @Test
    void right_journal_fails_no_rule() {
        assertEquals(Set.of(), failedRules(SuspectJournal.class, SuspectJournal.RIGHT));
    }

    @ParameterizedTest
    @MethodSource("journals")
    void broken_journal_fails_exactly_its_rules(Broken<Function<Machine, RecordingJournal>> broken) {
        assertEquals(broken.rules(), failedRules(SuspectJournal.class, broken.name()));
    }

    @Test
    void right_backlog_fails_no_rule() {
        assertEquals(Set.of(), failedRules(SuspectBacklog.class, SuspectBacklog.RIGHT));
    }

    @ParameterizedTest
    @MethodSource("backlogs")
    void broken_backlog_fails_exactly_its_rules(Broken<Function<Medium, SaveBacklog>> broken) {
        assertEquals(broken.rules(), failedRules(SuspectBacklog.class, broken.name()));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void broken_engine_fails_exactly_its_rules(Broken<UnaryOperator<SpeechToText>> broken) {
        assertEquals(broken.rules(), failedRules(SuspectEngine.class, broken.name()));
    }

    @ParameterizedTest
    @MethodSource("analyzers")
    void broken_analyzer_fails_exactly_its_rules(Broken<UnaryOperator<BrokenAnalyzers.Pair>> broken) {
        assertEquals(broken.rules(), failedRules(SuspectAnalyzer.class, broken.name()));
    }

    @Test
    void every_rule_has_a_broken_twin() {
        assertEquals(rulesOf(ConversationRepositoryContract.class), brokenBy(SuspectRepository.ALL));
        assertEquals(rulesOf(AccountRepositoryContract.class), brokenBy(SuspectAccounts.ALL));
        assertEquals(rulesOf(RecordingJournalContract.class), brokenBy(SuspectJournal.ALL));
        assertEquals(rulesOf(SaveBacklogContract.class), brokenBy(SuspectBacklog.ALL));
        assertEquals(rulesOf(SpeechToTextContract.class), brokenBy(SuspectEngine.ALL));
        assertEquals(rulesOf(ConversationAnalyzerContract.class), brokenBy(BrokenAnalyzers.ALL));
    }

    private static SortedSet<String> rulesOf(Class<?> contract) {
        return Stream.of(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> Suspect.ruleId(method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> SortedSet<String> brokenBy(List<Broken<T>> twins) {
        return twins.stream().flatMap(twin -> twin.rules().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Broken<UnaryOperator<SpeechToText>>> engines() {
        return SuspectEngine.ALL;
    }

    static List<Broken<UnaryOperator<BrokenAnalyzers.Pair>>> analyzers() {
        return BrokenAnalyzers.ALL;
    }

    static List<Broken<Function<Store, ConversationRepository>>> repositories() {
        return SuspectRepository.ALL;
    }

    static List<Broken<Function<AccountStore, AccountRepository>>> accounts() {
        return SuspectAccounts.ALL;
    }

    static List<Broken<Function<Machine, RecordingJournal>>> journals() {
        return SuspectJournal.ALL;
    }

    static List<Broken<Function<Medium, SaveBacklog>>> backlogs() {
        return SuspectBacklog.ALL;
    }
}
