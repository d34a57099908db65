package dev.scripta.adapters.http;

import dev.scripta.adapters.http.export.Accept;
import dev.scripta.adapters.http.recording.Discards;
import dev.scripta.adapters.http.recording.Following;
import dev.scripta.adapters.http.recording.Standings;
import dev.scripta.adapters.http.transport.Audit;
import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.RefusedException;
import dev.scripta.core.error.StorageFailedException;
import dev.scripta.core.model.RecordingKey;
import dev.scripta.core.usecase.RecordingStatus;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /api/user/recordings}: how the caller's recordings stand, now or as it changes; and those that come to nothing go. */
final class RecordingRoutes implements HttpService {

    private static final int MOST = 100;
    private static final String JSON = "application/json";
    private static final String ONE = "/{" + RecordingAddress.DIGEST + "}";

    private final Messages messages;
    private final Callers callers;
    private final Standings standings;
    private final Following following;
    private final Discards discards;
    private final Clock clock;
    private final Audit audit = new Audit();

    RecordingRoutes(Messages messages, Callers callers, Standings standings, Following following, Discards discards,
            Clock clock) {
        this.messages = messages;
        this.callers = callers;
        this.standings = standings;
        this.following = following;
        this.discards = discards;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::list).get(ONE, this::status).delete(ONE, this::discard);
        messages.problems().onlyMethods(rules, "/", Method.GET);
        messages.problems().onlyMethods(rules, ONE, Method.GET, Method.DELETE);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = callers.of(request);
        messages.answers()
                .send(response, new StatusListResponse(standings.open(caller.owner(), MOST)
                        .stream()
                        .map(StatusResponse::withoutResult)
                        .toList()));
    }

    private void status(ServerRequest request, ServerResponse response) throws IOException, InterruptedException {
        Caller caller = callers.of(request);
        RecordingKey recording = RecordingAddress.key(request, caller);
        response.headers().add(HeaderValues.create(HeaderNames.VARY, "Accept"));
        Optional<String> type = Accept.parse(String.join(",", request.headers().all(HeaderNames.ACCEPT, List::of)))
                .best(List.of(JSON, Following.MEDIA_TYPE), mediaType -> mediaType);
        if (type.isEmpty()) {
            problem(request, response, 406, "It can be had as " + JSON + ", " + Following.MEDIA_TYPE + ".");
        } else if (type.get().equals(JSON)) {
            standings.of(recording)
                    .ifPresentOrElse(status -> messages.answers().send(response, told(status)),
                            () -> notFound(request, response));
        } else {
            follow(request, response, recording);
        }
    }

    private void follow(ServerRequest request, ServerResponse response, RecordingKey recording)
            throws IOException, InterruptedException {
        boolean known = following.follow(recording, response, status -> messages.answers().text(told(status)),
                () -> isStill(request, recording));
        if (!known) {
            notFound(request, response);
        }
    }

    /** Whether the request would still be answered: a password that was changed ends what the old one began. */
    private boolean isStill(ServerRequest request, RecordingKey recording) {
        try {
            return callers.of(request).owner().equals(recording.conversation().owner());
        } catch (RefusedException ended) {
            return false;
        } catch (StorageFailedException away) {
            return true;
        }
    }

    private void discard(ServerRequest request, ServerResponse response) {
        Caller caller = callers.of(request);
        Discards.Outcome outcome = discards.discard(RecordingAddress.key(request, caller));
        audit.tell("discard", caller.number(), outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        switch (outcome) {
            case DISCARDED -> messages.answers().send(response, new DeletedResponse("success", "Recording discarded"));
            case UNKNOWN -> notFound(request, response);
            case IN_WORK -> problem(request, response, 409,
                    "The recording is in work. Discard it when that has failed, or delete the conversation it becomes.");
            case DONE -> problem(request, response, 409,
                    "The recording has a result. It goes with its conversation: delete that.");
            case UNSAVED -> problem(request, response, 409,
                    "The recording has a result that is not saved. Send it again, then delete its conversation.");
        }
    }

    private StatusResponse told(RecordingStatus status) {
        return StatusResponse.of(status, ZonedDateTime.now(clock));
    }

    /** The same answer for what is not there and for what is another owner's. */
    private void notFound(ServerRequest request, ServerResponse response) {
        problem(request, response, 404, "Recording not found");
    }

    private void problem(ServerRequest request, ServerResponse response, int status, String detail) {
        messages.problems().send(request, response, Problem.of(status, detail));
    }
}
