package dev.scripta.adapters.http.transport;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads multipart/form-data in one pass, files straight to the spool. */
final class MultipartReader {

    private final FormLimits limits;
    private final Spool spool;

    MultipartReader(FormLimits limits, Spool spool) {
        this.limits = limits;
        this.spool = spool;
    }

    UploadForm read(String boundary, InputStream body, FormShape shape) {
        var draft = new FormDraft();
        boolean complete = false;
        try {
            readParts(boundary, new FormBody(body, limits.body()), shape, draft);
            UploadForm form = draft.finish();
            complete = true;
            return form;
        } catch (IOException | InsufficientDataAvailableException e) {
            throw RefusedException.malformed();
        } finally {
            if (!complete) {
                draft.discard();
            }
        }
    }

    private void readParts(String boundary, FormBody body, FormShape shape, FormDraft draft) throws IOException {
        var parts = new MultipartParts(body, boundary);
        for (int count = 1; parts.next(); count++) {
            if (count > limits.parts()) {
                throw new RefusedException(413, "A form is limited to " + limits.parts() + " parts.");
            }
            readPart(PartHeader.parse(parts.headers()), parts.content(), shape, draft);
        }
        // Read to the very end, so that the connection can serve the next request.
        body.transferTo(OutputStream.nullOutputStream());
    }

    private void readPart(PartHeader header, InputStream content, FormShape shape, FormDraft draft)
            throws IOException {
        String name = header.field();
        if (header.fileName().isEmpty()) {
            byte[] text = content.readNBytes(limits.text() + 1);
            if (text.length > limits.text()) {
                throw RefusedException.tooLarge("A text field", limits.text());
            }
            if (shape.isText(name) || shape.isFile(name)) {
                draft.text(shape, name, StrictText.of(text));
            }
        } else if (shape.isFile(name)) {
            draft.file(name, header.fileName(), spool.write(content, limits.file()));
        } else {
            content.transferTo(OutputStream.nullOutputStream());
            if (shape.isText(name)) {
                draft.misplacedFile(name);
            }
        }
    }
}
