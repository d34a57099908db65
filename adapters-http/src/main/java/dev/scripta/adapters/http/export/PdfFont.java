package dev.scripta.adapters.http.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * Letters for one document: DejaVu Sans, which has Latin, Greek, Cyrillic, Arabic, Persian, Hebrew and many signs. It is read
 * anew for each document (some 10 ms), for the library does not say that fonts may be shared.
 */
final class PdfFont {

    /** What is shown for a sign without a picture. */
    static final String BOX = "\u25A1";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final BaseFont letters;

    private PdfFont(BaseFont letters) {
        this.letters = letters;
    }

    static PdfFont regular() {
        return read("DejaVuSans.ttf");
    }

    static PdfFont bold() {
        return read("DejaVuSans-Bold.ttf");
    }

    Font size(float points) {
        return new Font(letters, points);
    }

    /** Whether it has a picture, or needs none. The library leaves out signs without one and says nothing. */
    boolean has(int codePoint) {
        return letters.charExists(codePoint);
    }

    private static PdfFont read(String name) {
        try (InputStream file = Objects.requireNonNull(PdfFont.class.getResourceAsStream(FOLDER + name), name)) {
            // A name of no file: the bytes are given, so that nothing is looked up.
            return new PdfFont(BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED,
                    file.readAllBytes(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
