package dev.scripta.adapters.speech.opennlp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sentences that share most words with the others: TextRank (Mihalcea and Tarau 2004), with base forms of content
 * words for words, and a little more weight for what begins and ends a conversation.
 */
final class KeySentences {

    private static final int MIN = 3;
    private static final int MAX = 6;
    private static final int ONE_OF = 10;
    private static final int MIN_WORDS = 4;
    /** Time and memory grow with the square: of more, only the longest take part. */
    private static final int MAX_CANDIDATES = 2_000;
    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 30;
    private static final double EDGE = 0.1;
    private static final double EDGE_BONUS = 1.1;

    private KeySentences() {}

    /** Three to six of them, or all there are, in the order spoken. */
    static List<Sentence> of(List<Sentence> sentences) {
        int count = Math.clamp(sentences.size() / ONE_OF, MIN, MAX);
        List<Sentence> candidates = candidates(sentences, count);
        double[] rank = rank(candidates.stream().map(KeySentences::lemmas).toList());
        for (int i = 0; i < rank.length; i++) {
            double place = (double) candidates.get(i).unit().index() / sentences.size();
            rank[i] *= place < EDGE || place >= 1 - EDGE ? EDGE_BONUS : 1;
        }
        return IntStream.range(0, rank.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> rank[i]).reversed())
                .limit(count)
                .sorted()
                .map(candidates::get)
                .toList();
    }

    /** Of what was said more than once, the first; of short ones, none unless there are no others. */
    private static List<Sentence> candidates(List<Sentence> sentences, int count) {
        Map<String, Sentence> first = new LinkedHashMap<>();
        sentences.forEach(sentence -> first.putIfAbsent(sentence.unit().text(), sentence));
        List<Sentence> telling = first.values().stream().filter(one -> one.words().size() >= MIN_WORDS).toList();
        return (telling.size() >= count ? telling : first.values()).stream()
                .sorted(Comparator.comparingInt((Sentence sentence) -> sentence.words().size()).reversed())
                .limit(MAX_CANDIDATES)
                .sorted(Comparator.comparingInt(sentence -> sentence.unit().index()))
                .toList();
    }

    private static Set<String> lemmas(Sentence sentence) {
        return sentence.words().stream().filter(Word::isContent).map(Word::lemma).collect(Collectors.toSet());
    }

    private static double[] rank(List<Set<String>> lemmas) {
        int n = lemmas.size();
        float[][] likeness = new float[n][n];
        double[] total = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                float alike = likeness(lemmas.get(i), lemmas.get(j));
                likeness[i][j] = alike;
                likeness[j][i] = alike;
                total[i] += alike;
                total[j] += alike;
            }
        }
        double[] rank = new double[n];
        Arrays.fill(rank, 1);
        for (int round = 0; round < ROUNDS; round++) {
            rank = next(rank, likeness, total);
        }
        return rank;
    }

    private static double[] next(double[] rank, float[][] likeness, double[] total) {
        double[] next = new double[rank.length];
        Arrays.fill(next, 1 - DAMPING);
        for (int j = 0; j < rank.length; j++) {
            if (total[j] > 0) {
                double share = DAMPING * rank[j] / total[j];
                for (int i = 0; i < rank.length; i++) {
                    next[i] += share * likeness[j][i];
                }
            }
        }
        return next;
    }

    /**
     * Shared words over the sum of the logarithms of the lengths; lengths plus one, for one word has logarithm zero.
     */
    private static float likeness(Set<String> a, Set<String> b) {
        Set<String> smaller = a.size() <= b.size() ? a : b;
        Set<String> larger = a.size() <= b.size() ? b : a;
        int shared = 0;
        for (String lemma : smaller) {
            shared += larger.contains(lemma) ? 1 : 0;
        }
        return shared == 0 ? 0 : (float) (shared / (Math.log1p(a.size()) + Math.log1p(b.size())));
    }
}
