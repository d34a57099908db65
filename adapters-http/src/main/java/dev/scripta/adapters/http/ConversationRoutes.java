package dev.scripta.adapters.http;

import dev.scripta.adapters.http.accepted.AcceptedRecordings;
import dev.scripta.adapters.http.export.Attachment;
import dev.scripta.adapters.http.export.Exports;
import dev.scripta.adapters.http.export.Format;
import dev.scripta.adapters.http.page.FileAnswers;
import dev.scripta.adapters.http.recording.AudioType;
import dev.scripta.adapters.http.recording.KeptAudio;
import dev.scripta.adapters.http.transport.Audit;
import dev.scripta.adapters.http.transport.InvalidFieldsException;
import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.core.model.Conversation;
import dev.scripta.core.model.ConversationId;
import dev.scripta.core.model.ConversationPage;
import dev.scripta.core.model.PageRequest;
import dev.scripta.core.model.SearchWords;
import dev.scripta.core.usecase.BrowseConversations;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code /api/user/conversations}: the caller's conversations, listed, read and removed. */
final class ConversationRoutes implements HttpService {

    private static final int DEFAULT_LIMIT = 10;

    private final Messages messages;
    private final Callers callers;
    private final BrowseConversations conversations;
    private final AcceptedRecordings recordings;
    private final Titles titles;
    private final ExportAnswers exported;
    private final KeptAudio audio;
    private final FileAnswers files;
    private final Audit audit = new Audit();

    ConversationRoutes(Messages messages, Callers callers, BrowseConversations conversations,
            AcceptedRecordings recordings, KeptAudio audio, Titles titles, Exports exports) {
        this.messages = messages;
        this.callers = callers;
        this.conversations = conversations;
        this.recordings = recordings;
        this.titles = titles;
        this.exported = new ExportAnswers(messages, exports, titles, audio);
        this.audio = audio;
        this.files = new FileAnswers(messages.problems());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::list)
                .get("/{id}", this::read)
                .delete("/{id}", this::delete)
                .get("/{id}/audio", this::audio);
        messages.problems().onlyMethods(rules, "/", Method.GET);
        messages.problems().onlyMethods(rules, "/{id}", Method.GET, Method.DELETE);
        messages.problems().onlyMethods(rules, "/{id}/audio", Method.GET);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = callers.of(request);
        int page = Math.max(1, number(request, "page", 1));
        int limit = Math.min(PageRequest.MAX_SIZE, number(request, "limit", DEFAULT_LIMIT));
        if (limit < 0) {
            throw new InvalidFieldsException("limit", "limit must not be negative");
        }
        PageRequest wanted = new PageRequest(page, limit);
        ConversationPage found = words(request).map(words -> conversations.search(caller.owner(), words, wanted))
                .orElseGet(() -> conversations.list(caller.owner(), wanted));
        messages.answers().send(response, ConversationListResponse.of(found, titles));
    }

    /** What to search for; empty when nothing is told. */
    private static Optional<SearchWords> words(ServerRequest request) {
        FieldErrors errors = new FieldErrors();
        List<String> values = request.query().all("q", List::of);
        Optional<SearchWords> words = values.isEmpty() || values.getLast().isBlank()
                ? Optional.empty()
                : errors.value("q", values.getLast(), SearchWords::new);
        errors.check();
        return words;
    }

    private void read(ServerRequest request, ServerResponse response) {
        Caller caller = callers.of(request);
        String name = request.path().pathParameters().get("id");
        Optional<Format> format = Format.ofName(name);
        String number = format.map(named -> name.substring(0, name.length() - named.suffix().length())).orElse(name);
        Optional<Conversation> found = id(number).flatMap(id -> conversations.read(caller.owner(), id));
        found.ifPresentOrElse(conversation -> format.ifPresentOrElse(
                named -> exported.attached(request, response, caller, conversation, named),
                () -> exported.negotiated(request, response, caller, conversation)),
                () -> notFound(request, response));
    }

    private void audio(ServerRequest request, ServerResponse response) throws IOException {
        Caller caller = callers.of(request);
        Optional<Conversation> found = id(request.path().pathParameters().get("id"))
                .flatMap(id -> conversations.read(caller.owner(), id));
        Optional<Path> file = found.map(Conversation::key).flatMap(audio::of);
        if (file.isEmpty()) {
            notFound(request, response);
            return;
        }
        try {
            AudioType type = AudioType.of(file.get());
            response.header(HeaderNames.CONTENT_DISPOSITION, Attachment.disposition(found.get().key().session(),
                    WireTime.digits(found.get().createdAt()) + type.suffix()));
            files.send(request, response, file.get(), type.mediaType());
        } catch (NoSuchFileException gone) {
            response.headers().remove(HeaderNames.CONTENT_DISPOSITION);
            notFound(request, response);
        }
    }

    private void delete(ServerRequest request, ServerResponse response) {
        Caller caller = callers.of(request);
        if (id(request.path().pathParameters().get("id")).filter(id -> delete(caller, id)).isPresent()) {
            messages.answers().send(response, new DeletedResponse("success", "Conversation deleted"));
        } else {
            notFound(request, response);
        }
    }

    /** The audio goes first: were it there when nobody knows it any more, it would be made a conversation again. */
    private boolean delete(Caller caller, ConversationId id) {
        conversations.read(caller.owner(), id).map(Conversation::key).ifPresent(recordings::forget);
        boolean deleted = conversations.delete(caller.owner(), id);
        audit.tell("delete", caller.number(), "conversation", id.value(), deleted ? "done" : "not-found");
        return deleted;
    }

    /** The same answer for what is not there and for what is another owner's. */
    private void notFound(ServerRequest request, ServerResponse response) {
        messages.problems().send(request, response, Problem.of(404, "Conversation not found"));
    }

    /** The id of the path; empty for a number that no conversation can have. */
    private static Optional<ConversationId> id(String number) {
        long value = WholeNumber.parse("conversation_id", number);
        return value < 1 || value > ConversationId.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new ConversationId(value));
    }

    private static int number(ServerRequest request, String name, int otherwise) {
        List<String> values = request.query().all(name, List::of);
        return values.isEmpty()
                ? otherwise
                : Math.clamp(WholeNumber.parse(name, values.getLast()), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
