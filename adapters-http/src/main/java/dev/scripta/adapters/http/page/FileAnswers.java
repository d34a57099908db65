package dev.scripta.adapters.http.page;

import dev.scripta.adapters.http.transport.Problem;
import dev.scripta.adapters.http.transport.Problems;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** Sends files: whole, in part, or not again (RFC 9110 sections 13 and 14). Thread-safe. */
public final class FileAnswers {

    private final Problems problems;

    /** Sends files, and problems as all routes do. */
    public FileAnswers(Problems problems) {
        this.problems = problems;
    }

    /** Sends a file that is there; its headers for a HEAD. The policy and the caching are set already. */
    void send(ServerRequest request, ServerResponse response, Path file) throws IOException {
        send(request, response, file, MediaTypes.of(file.getFileName().toString()));
    }

    /** The same of a file that is of this type, whatever it is called. */
    public void send(ServerRequest request, ServerResponse response, Path file, String mediaType) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file,
                Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            FileVersion version = FileVersion.of(Files.getLastModifiedTime(file), bytes.size());
            response.header(HeaderNames.ETAG, version.tag());
            response.header(HeaderNames.LAST_MODIFIED, version.date());
            response.header(HeaderNames.ACCEPT_RANGES, "bytes");
            if (version.isKnownTo(request.headers())) {
                response.status(Status.NOT_MODIFIED_304).send();
                return;
            }
            Optional<ByteRange> part = version.part(request);
            if (part.filter(range -> range.length() == 0).isPresent()) {
                response.header(HeaderNames.CONTENT_RANGE, "bytes */" + version.size());
                problems.send(request, response, Problem.of(416, "The file has no such bytes."));
                return;
            }
            part.ifPresent(range -> response.status(Status.PARTIAL_CONTENT_206)
                    .header(HeaderNames.CONTENT_RANGE, range.of(version.size())));
            response.header(HeaderNames.CONTENT_TYPE, mediaType);
            copy(request, response, bytes, part.orElseGet(() -> ByteRange.whole(version.size())));
        }
    }

    private static void copy(ServerRequest request, ServerResponse response, SeekableByteChannel bytes,
            ByteRange range) throws IOException {
        response.header(HeaderNames.CONTENT_LENGTH, Long.toString(range.length()));
        if (range.length() == 0 || request.prologue().method().equals(Method.HEAD)) {
            response.send();
            return;
        }
        bytes.position(range.first());
        InputStream in = Channels.newInputStream(bytes);
        try (OutputStream out = response.outputStream()) {
            byte[] buffer = new byte[8192];
            long left = range.length();
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new IOException("The file became shorter.");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }
}
