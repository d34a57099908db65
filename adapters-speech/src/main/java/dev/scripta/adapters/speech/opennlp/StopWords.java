package dev.scripta.adapters.speech.opennlp;

import java.util.Set;

/** English words that say little of what is spoken about, as base forms and as spoken. */
final class StopWords {

    private static final Set<String> ALL = Set.of("""
            a about actually after again all almost already also always am an and another any anything
            are as at away back be because been before being bit both but by can could course day did do
            does doing done down each either else enough even ever every everybody everyone everything
            few first for from get give go going good got great had has have having he her here him his
            how however i if in instead into is it its just know last later least less let like little
            look lot made make many maybe me mean might mine month more morning most much must my need
            never new next no nobody none not nothing now of off often oh ok okay on once one only or
            other our ourselves out over own people percent perhaps please quite rather really right
            said same say second see seem shall she should since so some somebody someone something soon
            still such sure take tell than thank thanks that the their them then there these they thing
            think this those though through time to today together tomorrow too try two under until up
            us use very want was way we week well went were what when where whether which while who
            whole whom whose why will with within without word would year yes yesterday yet you your""".strip()
            .split("\\s+"));

    private StopWords() {}

    /** Whether the lower-case word is one of them. */
    static boolean contains(String word) {
        return ALL.contains(word);
    }
}
