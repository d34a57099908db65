package dev.scripta.adapters.speech.openai;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/**
 * A body of known length that knows whether all of it was given out to be sent. As long as it was not, no server has the
 * whole request, and none can have done, or billed, what it asks for. Thread-safe.
 */
final class SentBody implements BodyPublisher {

    private final BodyPublisher body;
    private volatile boolean whole;

    SentBody(BodyPublisher body) {
        this.body = body;
    }

    /** Whether a server may have all of it. */
    boolean isWhole() {
        return whole;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> sender) {
        body.subscribe(new Counting(sender));
    }

    private final class Counting implements Subscriber<ByteBuffer> {

        private final Subscriber<? super ByteBuffer> sender;
        private long left = contentLength();

        Counting(Subscriber<? super ByteBuffer> sender) {
            this.sender = sender;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            sender.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer part) {
            left -= part.remaining();
            // Before it is given out: afterwards it may be too late.
            whole |= left <= 0;
            sender.onNext(part);
        }

        @Override
        public void onError(Throwable failure) {
            sender.onError(failure);
        }

        @Override
        public void onComplete() {
            sender.onComplete();
        }
    }
}
