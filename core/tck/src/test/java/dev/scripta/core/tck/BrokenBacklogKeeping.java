package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.model.BacklogSize;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.ConversationKey;
import dev.scripta.core.model.DeferredSave;
import dev.scripta.core.model.Sha256;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.SaveBacklog;
import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Backlogs that damage, mix or lose what they keep. */
final class BrokenBacklogKeeping {

    private static final int KILOBYTES = 1 << 16;
    private static final int NAME = 100;

    static final List<Broken<Function<Medium, SaveBacklog>>> ALL = List.of(
            rule("B01 B02 B03 B04 B05 B06 B07 B08 B09 B10 B11 B12", "keeps nothing", medium -> new PlainBacklog(
                    medium) {
                @Override
                boolean added(DeferredSave save, Optional<DeferredSave> waiting) {
                    return true;
                }
            }),
            keeping("B01", "loses the recording", save -> new DeferredSave(save.request(), Optional.empty())),
            naming("B05", "names without the owner", key -> key.session().value()),
            naming("B01 B02 B03 B05 B06 B07 B08 B09 B11 B12", "names without the session", key -> key.owner().value()),
            naming("B05", "joins owner and session", key -> key.owner().value() + key.session().value()),
            naming("B05", "names in lower case", key -> key.owner().value() + "/" + key.session()
                    .value()
                    .toLowerCase(Locale.ROOT)),
            naming("B05", "names in safe characters", key -> key.owner().value() + "/" + key.session()
                    .value()
                    .replaceAll("[^\\p{L}\\p{M}\\p{So} ]", "_")),
            naming("B05", "normalises names", key -> Normalizer.normalize(key.owner().value() + "/" + key.session()
                    .value(),
                    Normalizer.Form.NFC)),
            naming("B05", "cuts names", key -> cut(key.owner().value() + "/" + key.session().value())),
            keeping("B01 B06", "keeps milliseconds", save -> requested(save, SaveRequest.of(save.key(),
                    save.request().content(), save.request().order(), save.request()
                            .at()
                            .truncatedTo(ChronoUnit.MILLIS)))),
            keeping("B06", "cuts long text", save -> said(save, words -> Transcript.of(words.text()
                    .substring(0, Math.min(words.text().length(), KILOBYTES))))),
            keeping("B06", "trims lines", save -> said(save, words -> Changed.text(words, words.text().strip()))),
            keeping("B06", "loses language and engine", save -> said(save, words -> Changed.engine(
                    Changed.language(words, Optional.empty()), Optional.empty()))),
            keeping("B06", "loses the segments", save -> said(save, words -> Changed.segments(words, List.of()))),
            keeping("B06", "loses the words of segments", save -> said(save, Changed::withoutWords)),
            keeping("B06", "loses the gaps", save -> said(save, words -> Changed.gaps(words, List.of()))),
            keeping("B06", "loses the receipts", save -> said(save, words -> Changed.calls(words, List.of()))),
            keeping("B06", "loses the template", save -> made(save, Changed::withoutTemplate)),
            keeping("B06", "loses the receipts of the analysis", save -> made(save, Changed::withoutAnalysisCalls)),
            rule("B06 B08 B12", "writes nothing", medium -> new PlainBacklog(medium) {
                @Override
                void write(String name, DeferredSave save) {}
            }),
            rule("B08 B12", "writes the first only", medium -> new PlainBacklog(medium) {
                @Override
                void write(String name, DeferredSave save) {
                    medium.files.putIfAbsent(name, save);
                }
            }),
            rule("B06 B08 B12", "writes before the next, not before it answers", medium -> new PlainBacklog(medium) {
                private Runnable late = () -> {};

                @Override
                void write(String name, DeferredSave save) {
                    late.run();
                    late = () -> super.write(name, save);
                }

                @Override
                void delete(String name) {
                    late.run();
                    late = () -> super.delete(name);
                }
            }),
            rule("B08", "deletes nothing", medium -> new PlainBacklog(medium) {
                @Override
                void delete(String name) {}
            }),
            rule("B08", "counts the dead of one process", medium -> new PlainBacklog(medium) {
                private final int before = medium.dead.size();

                @Override
                int dead() {
                    return super.dead() - before;
                }
            }),
            rule("B10", "removes nothing when told nothing", medium -> new PlainBacklog(medium) {
                @Override
                public void remove(DeferredSave save) {
                    if (save != null) {
                        super.remove(save);
                    }
                }
            }),
            rule("B10", "gives up without a reason", medium -> new PlainBacklog(medium) {
                @Override
                public void giveUp(DeferredSave save, String reason) {
                    super.giveUp(save, String.valueOf(reason));
                }
            }),
            rule("B09 B11", "deletes what is given up", medium -> new PlainBacklog(medium) {
                @Override
                void bury(DeferredSave save) {}
            }),
            rule("B04 B07 B08 B09 B11", "keeps trying what is given up", medium -> new PlainBacklog(medium) {
                @Override
                public void giveUp(DeferredSave save, String reason) {
                    super.giveUp(save, reason);
                    add(save);
                }
            }),
            rule("B11", "keeps one given up for each conversation", medium -> new PlainBacklog(medium) {
                @Override
                void bury(DeferredSave save) {
                    medium.dead.removeIf(other -> other.key().equals(save.key()));
                    super.bury(save);
                }
            }),
            rule("B12", "forgets what gave way", medium -> new PlainBacklog(medium) {
                @Override
                void gaveWay(DeferredSave save) {}
            }),
            rule("B12", "tells the order of what waits for whatever gave way", medium -> new PlainBacklog(medium) {
                @Override
                Optional<Order> orderOfDisplaced(ConversationKey conversation, Sha256 fingerprint) {
                    return find(conversation).map(save -> save.request().order());
                }
            }),
            rule("B04 B07 B08 B11", "the dead still count", medium -> new PlainBacklog(medium) {
                @Override
                public BacklogSize size() {
                    BacklogSize size = super.size();
                    return new BacklogSize(size.entries() + size.dead(), size.bytes(), size.oldest(), size.dead());
                }
            }));

    private BrokenBacklogKeeping() {}

    private static Broken<Function<Medium, SaveBacklog>> keeping(String rules, String name,
            UnaryOperator<DeferredSave> damage) {
        return rule(rules, name, medium -> new PlainBacklog(medium) {
            @Override
            DeferredSave kept(DeferredSave save) {
                return damage.apply(save);
            }
        });
    }

    private static Broken<Function<Medium, SaveBacklog>> naming(String rules, String name, Function<ConversationKey,
            String> names) {
        return rule(rules, name, medium -> new PlainBacklog(medium) {
            @Override
            String name(ConversationKey key) {
                return names.apply(key);
            }
        });
    }

    private static DeferredSave requested(DeferredSave save, SaveRequest request) {
        return new DeferredSave(request, save.audio());
    }

    private static DeferredSave said(DeferredSave save, UnaryOperator<Transcript> damage) {
        return made(save, content -> new Content(damage.apply(content.transcript()), content.analysis()));
    }

    private static DeferredSave made(DeferredSave save, UnaryOperator<Content> damage) {
        SaveRequest request = save.request();
        return requested(save,
                SaveRequest.of(save.key(), damage.apply(request.content()), request.order(), request.at()));
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), NAME));
    }
}
