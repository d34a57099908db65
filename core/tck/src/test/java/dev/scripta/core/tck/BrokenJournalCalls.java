package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.error.RecordingRefusedException.Reason;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Claim;
import dev.scripta.core.model.ClaimRequest;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.EngineFailure;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.model.Segment;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.JournalAnswer;
import dev.scripta.core.port.RecordingJournal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Journals that damage words, are wrong only when several use them, or take what is no argument. */
final class BrokenJournalCalls {

    private static final int COLUMN = 255;
    private static final int KILOBYTES = 1 << 16;

    static final List<Broken<Function<Machine, RecordingJournal>>> ALL = List.of(
            keeping("stores in Latin-1", transcript -> said(transcript, new String(transcript.text()
                    .getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1))),
            keeping("normalises text", transcript -> said(transcript, Normalizer.normalize(transcript.text(),
                    Normalizer.Form.NFC))),
            keeping("trims text", transcript -> said(transcript, transcript.text().strip())),
            keeping("replaces named parameters", transcript -> said(transcript, transcript.text()
                    .replace(":name", "null"))),
            keeping("doubles backslashes", transcript -> said(transcript, transcript.text().replace("\\", "\\\\"))),
            keeping("cuts long text", transcript -> said(transcript, transcript.text()
                    .substring(0, Math.min(transcript.text().length(), KILOBYTES)))),
            keeping("loses the language", transcript -> Changed.language(transcript, Optional.empty())),
            keeping("loses the engine", transcript -> Changed.engine(transcript, Optional.empty())),
            keeping("loses the segments", transcript -> Changed.segments(transcript, List.of())),
            keeping("loses the words of segments", Changed::withoutWords),
            keeping("loses the gaps", transcript -> Changed.gaps(transcript, List.of())),
            keeping("loses the receipts", transcript -> Changed.calls(transcript, List.of())),
            completing("loses the template", Changed::withoutTemplate),
            completing("loses the receipts of the analysis", Changed::withoutAnalysisCalls),
            keeping("rounds the times of segments", transcript -> Changed.segments(transcript,
                    transcript.segments()
                            .stream()
                            .map(segment -> new Segment(segment.start().truncatedTo(ChronoUnit.MILLIS),
                                    segment.end().truncatedTo(ChronoUnit.MILLIS), segment.text(), segment.words()))
                            .toList())),
            completing("sorts the members of an analysis", content -> new Content(content.transcript(),
                    new Analysis(new JsonObject(new TreeMap<>(content.analysis().json().members())),
                            content.analysis().template(), content.analysis().calls()))),
            rule("J12", "cuts details", machine -> new PlainJournal(machine) {
                @Override
                public boolean postpone(Claim claim, EngineFailure failure, Duration rest) {
                    return super.postpone(claim, new EngineFailure(failure.stage(), cut(failure.detail()),
                            failure.retryable(), failure.outcomeUnknown()), rest);
                }
            }),
            rule("J12", "cuts the details of a verdict", machine -> new PlainJournal(machine) {
                @Override
                public boolean refuse(Claim claim, Reason reason, String detail, Duration timeToLive) {
                    return super.refuse(claim, reason, cut(detail), timeToLive);
                }
            }),
            rule("J14", "looks, then inserts, and the loser fails", machine -> new PlainJournal(machine) {
                @Override
                public JournalAnswer claim(ClaimRequest request, Duration lease) {
                    boolean found = storedNow(request.recording()).isPresent();
                    if (!found) {
                        store.everyThread.meet();
                    }
                    synchronized (store) {
                        if (!found && stored(request.recording()).isPresent()) {
                            throw new StorageFailedException("duplicate key value violates unique constraint", false);
                        }
                        return super.claim(request, lease);
                    }
                }

                private Optional<JournalRow> storedNow(RecordingKey recording) {
                    synchronized (store) {
                        return stored(recording);
                    }
                }
            }),
            rule("J14", "looks, then grants what it decided", machine -> new PlainJournal(machine) {
                private final Map<RecordingKey, Optional<JournalRow>> read = new ConcurrentHashMap<>();

                // As if all had read the same row before any of them took it over.
                @Override
                JournalAnswer claimed(ClaimRequest request, Duration lease, Optional<JournalRow> known) {
                    return super.claimed(request, lease, Gate.isOneOfMany()
                            ? read.computeIfAbsent(request.recording(), key -> known)
                            : known);
                }
            }),
            rule("J14", "locks in the program, not in the store", machine -> new PlainJournal(machine) {
                private final Set<RecordingKey> asked = new HashSet<>();

                // As if the first to ask each instance had looked before either of them wrote.
                @Override
                JournalAnswer claimed(ClaimRequest request, Duration lease, Optional<JournalRow> known) {
                    boolean first = Gate.isOneOfMany() && asked.add(request.recording());
                    return super.claimed(request, lease, known.filter(row -> !first || row.fence() > 1
                            || isOver(row)));
                }
            }),
            rule("J14", "looks, then completes", machine -> new PlainJournal(machine) {
                private final Map<RecordingKey, JournalRow> read = new ConcurrentHashMap<>();

                // As if all had read the row before any of them wrote.
                @Override
                boolean mayWrite(Write what, JournalRow row, Claim claim) {
                    return super.mayWrite(what, what == Write.COMPLETE && Gate.isOneOfMany()
                            ? read.computeIfAbsent(row.key(), key -> row)
                            : row, claim);
                }
            }),
            rule("J14", "uses one statement for all", machine -> new PlainJournal(machine) {
                private volatile Optional<Content> bound = Optional.empty();

                @Override
                public boolean complete(Claim claim, Content content) {
                    bound = Optional.of(content);
                    store.everyThread.meet();
                    return super.complete(claim, bound.orElseThrow());
                }
            }),
            rule("J14", "remembers what it was told", machine -> new PlainJournal(machine) {
                private final Map<RecordingKey, JournalAnswer> told = new ConcurrentHashMap<>();

                @Override
                public JournalAnswer claim(ClaimRequest request, Duration lease) {
                    JournalAnswer known = told.get(request.recording());
                    JournalAnswer answer = known == null || request.reprocess() ? super.claim(request, lease) : known;
                    if (answer instanceof JournalAnswer.Done) {
                        told.put(request.recording(), answer);
                    } else {
                        told.remove(request.recording());
                    }
                    return answer;
                }

                @Override
                public void forget(ConversationKey conversation) {
                    told.keySet().removeIf(recording -> recording.conversation().equals(conversation));
                    super.forget(conversation);
                }

                @Override
                public int purge(Duration retention) {
                    told.clear();
                    return super.purge(retention);
                }
            }),
            rule("J16", "forgets nobody's conversation", machine -> new PlainJournal(machine) {
                @Override
                public void forget(ConversationKey conversation) {
                    if (conversation != null) {
                        super.forget(conversation);
                    }
                }
            }),
            rule("J16", "completes nothing with nothing", machine -> new PlainJournal(machine) {
                @Override
                public boolean complete(Claim claim, Content content) {
                    return claim != null && content != null && super.complete(claim, content);
                }
            }),
            rule("J16", "takes any time", machine -> new PlainJournal(machine) {
                @Override
                Duration checked(Duration time) {
                    return Duration.ofMillis(time.toMillis());
                }
            }),
            rule("J16", "takes no time for the shortest", machine -> new PlainJournal(machine) {
                @Override
                Duration checked(Duration time) {
                    return time.toMillis() < 1 ? Duration.ofMillis(1) : time;
                }
            }),
            rule("J16", "counts in seconds", machine -> new PlainJournal(machine) {
                @Override
                Instant end(Duration time) {
                    return super.end(time.plusMillis(999).truncatedTo(ChronoUnit.SECONDS));
                }
            }));

    private BrokenJournalCalls() {}

    private static Broken<Function<Machine, RecordingJournal>> keeping(String name, UnaryOperator<Transcript> damage) {
        return rule("J12", name, machine -> new PlainJournal(machine) {
            @Override
            Transcript kept(Transcript transcript) {
                return damage.apply(transcript);
            }
        });
    }

    private static Broken<Function<Machine, RecordingJournal>> completing(String name, UnaryOperator<Content> damage) {
        return rule("J12", name, machine -> new PlainJournal(machine) {
            @Override
            public boolean complete(Claim claim, Content content) {
                return super.complete(claim, damage.apply(content));
            }
        });
    }

    private static Transcript said(Transcript transcript, String text) {
        return Changed.text(transcript, text);
    }

    private static String cut(String detail) {
        return detail.codePointCount(0, detail.length()) <= COLUMN
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, COLUMN));
    }
}
