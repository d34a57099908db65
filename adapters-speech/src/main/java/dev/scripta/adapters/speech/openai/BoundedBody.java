package dev.scripta.adapters.speech.openai;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Reads a body of bounded size, as UTF-8. Of an error, whose status tells most, what came is enough: a broken or endless
 * body changes nothing.
 */
final class BoundedBody implements BodySubscriber<String> {

    private static final int ERROR_BYTES = 64 << 10;

    private final int limit;
    private final boolean all;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private volatile Runnable stop = () -> {};

    private BoundedBody(int limit, boolean all) {
        this.limit = limit;
        this.all = all;
    }

    /** Takes so many bytes at most of an answer; more is an {@link OversizedAnswerException}. */
    static BodyHandler<String> atMost(int bytes) {
        return answer -> answer.statusCode() / 100 == 2
                ? new BoundedBody(bytes, true)
                : new BoundedBody(Math.min(bytes, ERROR_BYTES), false);
    }

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        stop = subscription::cancel;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] more = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
            boolean tooMuch = buffer.remaining() > more.length;
            buffer.get(more);
            bytes.writeBytes(more);
            if (tooMuch) {
                stop.run();
                end(new OversizedAnswerException());
                return;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        end(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toString(StandardCharsets.UTF_8));
    }

    private void end(Throwable failure) {
        if (all) {
            body.completeExceptionally(failure);
        } else {
            onComplete();
        }
    }
}
