package dev.scripta.core.tck;

import static dev.scripta.core.tck.Broken.rule;

import dev.scripta.core.model.Analysis;
import dev.scripta.core.model.Content;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.Head;
import dev.scripta.core.model.JsonObject;
import dev.scripta.core.model.JsonValue;
import dev.scripta.core.model.Order;
import dev.scripta.core.model.SaveOutcome;
import dev.scripta.core.model.SaveRequest;
import dev.scripta.core.model.SaveResult;
import dev.scripta.core.model.Transcript;
import dev.scripta.core.port.ConversationRepository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Repositories that save wrong. */
final class BrokenSaves {

    static final List<Broken<Function<Store, ConversationRepository>>> ALL = List.of(
            rule("R01 R02 R03 R04 R05 R06 R07 R08 R09 R10 R12 R13 R14 R15 R16 R17 R18 R19 R20 R21 R22 R23 R25 R26 R27 R28",
                    "forgets", store -> new PlainRepository(store) {
                        @Override
                        public SaveResult save(SaveRequest request) {
                            SaveResult result = super.save(request);
                            store.rows.clear();
                            return result;
                        }
                    }),
            rule("R03 R04 R05 R06 R07 R08 R09 R10 R16 R18 R20 R21 R25", "first write wins",
                    store -> new PlainRepository(
                            store) {
                        @Override
                        boolean isSame(SaveRequest request, Conversation stored) {
                            return true;
                        }
                    }),
            rule("R04 R05 R06 R08 R10 R20 R25", "always overwrites", store -> new PlainRepository(store) {
                @Override
                boolean isNewer(SaveRequest request, Conversation stored) {
                    return true;
                }
            }),
            rule("R04", "an older save touches the time", store -> new PlainRepository(store) {
                @Override
                Conversation superseding(SaveRequest request, Conversation old) {
                    return new Conversation(old.key(), old.head(), old.content(), old.createdAt(), request.at());
                }
            }),
            rule("R02", "an identical save touches the time", store -> new PlainRepository(store) {
                @Override
                Conversation kept(SaveRequest request, Conversation old) {
                    Conversation row = super.kept(request, old);
                    return new Conversation(row.key(), row.head(), row.content(), row.createdAt(), request.at());
                }
            }),
            rule("R02 R06 R07 R09 R10 R20 R21", "an identical save counts as a change", store -> new PlainRepository(
                    store) {
                @Override
                boolean isSame(SaveRequest request, Conversation stored) {
                    return false;
                }
            }),
            rule("R03", "merges analyses", store -> new PlainRepository(store) {
                @Override
                Conversation updated(SaveRequest request, Conversation old) {
                    Map<String, JsonValue> members = new LinkedHashMap<>(old.content().analysis().json().members());
                    members.putAll(request.content().analysis().json().members());
                    return super.updated(with(request, new Content(request.content().transcript(),
                            new Analysis(new JsonObject(members)))), old);
                }
            }),
            rule("R03", "keeps the old segments", store -> new PlainRepository(store) {
                @Override
                Conversation updated(SaveRequest request, Conversation old) {
                    Transcript was = old.content().transcript();
                    return super.updated(with(request, new Content(new Transcript(request.content().transcript().text(),
                            was.language(), was.segments(), was.engine()), request.content().analysis())), old);
                }
            }),
            rule("R03 R09 R18 R21 R25", "a change gives a new id", store -> new PlainRepository(store) {
                @Override
                Conversation updated(SaveRequest request, Conversation old) {
                    return revised(super.updated(request, old), ++store.lastId, old.head().revision() + 1);
                }
            }),
            rule("R03 R05 R08 R09 R10 R20", "a change raises the revision by two", store -> new PlainRepository(store) {
                @Override
                Conversation updated(SaveRequest request, Conversation old) {
                    return revised(super.updated(request, old), old.head().id().value(), old.head().revision() + 2);
                }
            }),
            rule("R03 R09 R16 R18", "a change is a new creation time", store -> new PlainRepository(store) {
                @Override
                Conversation updated(SaveRequest request, Conversation old) {
                    Conversation row = super.updated(request, old);
                    return new Conversation(row.key(), row.head(), row.content(), row.updatedAt(), row.updatedAt());
                }
            }),
            rule("R05 R08", "the last of equal orders wins", store -> new PlainRepository(store) {
                @Override
                boolean isNewer(SaveRequest request, Conversation stored) {
                    return !stored.head().order().isNewerThan(request.order());
                }
            }),
            rule("R06 R08", "same content does not move the order on", store -> new PlainRepository(store) {
                @Override
                Conversation kept(SaveRequest request, Conversation old) {
                    return old;
                }
            }),
            rule("R06 R08", "same content lowers the order", store -> new PlainRepository(store) {
                @Override
                Conversation kept(SaveRequest request, Conversation old) {
                    return withOrder(old, request.order());
                }
            }),
            rule("R07", "compares the text of the analysis", store -> new PlainRepository(store) {
                @Override
                boolean isSame(SaveRequest request, Conversation stored) {
                    return super.isSame(request, stored) && request.content()
                            .analysis()
                            .json()
                            .toJson()
                            .equals(stored.content().analysis().json().toJson());
                }
            }),
            rule("R07", "compares everything", store -> new PlainRepository(store) {
                @Override
                boolean isSame(SaveRequest request, Conversation stored) {
                    return request.content().equals(stored.content());
                }
            }),
            rule("R07", "ignores blanks when comparing", store -> new PlainRepository(store) {
                @Override
                boolean isSame(SaveRequest request, Conversation stored) {
                    return super.isSame(request, stored) || request.content()
                            .transcript()
                            .text()
                            .strip()
                            .equals(stored.content().transcript().text().strip());
                }
            }),
            rule("R09 R10", "ignores the expected revision", store -> new PlainRepository(store) {
                @Override
                SaveOutcome decide(SaveRequest request, Optional<Conversation> stored) {
                    return super.decide(SaveRequest.of(request.key(), request.content(), request.order(), request.at()),
                            stored);
                }
            }),
            rule("R09 R10", "a retry of a lost answer is a conflict", store -> new PlainRepository(store) {
                @Override
                SaveOutcome decide(SaveRequest request, Optional<Conversation> stored) {
                    OptionalLong expected = request.expectedRevision();
                    return stored.isPresent() && expected.isPresent()
                            && expected.getAsLong() != stored.get().head().revision()
                                    ? SaveOutcome.CONFLICT
                                    : super.decide(request, stored);
                }
            }),
            rule("R09 R10", "the order guards even the expected revision", store -> new PlainRepository(store) {
                @Override
                SaveOutcome decide(SaveRequest request, Optional<Conversation> stored) {
                    SaveOutcome outcome = super.decide(request, stored);
                    return outcome == SaveOutcome.UPDATED && !isNewer(request, stored.orElseThrow())
                            ? SaveOutcome.SUPERSEDED
                            : outcome;
                }
            }),
            rule("R09", "creates whatever revision is expected", store -> new PlainRepository(store) {
                @Override
                SaveOutcome decide(SaveRequest request, Optional<Conversation> stored) {
                    return stored.isEmpty() ? SaveOutcome.CREATED : super.decide(request, stored);
                }
            }),
            rule("R10", "takes revision 0 for no expectation", store -> new PlainRepository(store) {
                @Override
                SaveOutcome decide(SaveRequest request, Optional<Conversation> stored) {
                    return super.decide(request.expectedRevision().orElse(1) > 0
                            ? request
                            : SaveRequest.of(request.key(), request.content(), request.order(), request.at()), stored);
                }
            }),
            rule("R09 R10", "an expected revision does not move the order on", store -> new PlainRepository(store) {
                @Override
                Order orderAfterUpdate(SaveRequest request, Conversation old) {
                    return request.order();
                }
            }));

    private BrokenSaves() {}

    private static SaveRequest with(SaveRequest request, Content content) {
        return new SaveRequest(request.key(), content, request.order(), request.at(), request.expectedRevision());
    }

    private static Conversation revised(Conversation row, long id, long revision) {
        Head head = new Head(new ConversationId(id), revision, row.head().order(), row.head().fingerprint());
        return new Conversation(row.key(), head, row.content(), row.createdAt(), row.updatedAt());
    }
}
