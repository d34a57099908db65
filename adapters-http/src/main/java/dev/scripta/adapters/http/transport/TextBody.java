package dev.scripta.adapters.http.transport;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;

/** Reads a whole body as text. */
public final class TextBody {

    private TextBody() {}

    /**
     * The body, read to its end.
     *
     * @param request not read yet
     * @param limit the longest body, in bytes; it is held in memory
     * @throws RefusedException 400 if it is cut off or not UTF-8; 413 if it is too large
     */
    public static String read(ServerRequest request, int limit) {
        return StrictText.of(bytes(request, limit));
    }

    private static byte[] bytes(ServerRequest request, int limit) {
        try {
            byte[] bytes = request.content().inputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw RefusedException.tooLarge("The body", limit);
            }
            return bytes;
        } catch (IOException | InsufficientDataAvailableException e) {
            throw RefusedException.malformed();
        }
    }
}
