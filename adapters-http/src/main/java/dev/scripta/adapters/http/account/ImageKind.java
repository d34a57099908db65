package dev.scripta.adapters.http.account;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The kinds of images that are read. Names and declared types do not matter: the first bytes decide. */
enum ImageKind {

    JPEG("\u00ff\u00d8\u00ff", "", 25_000_000), PNG("\u0089PNG\r\n\u001a\n", "", 25_000_000), GIF("GIF8", "",
            25_000_000),

    /** Its reader makes the whole image where the others leave pixels out, and a few bytes are enough for all of them. */
    WEBP("RIFF", "WEBP", 8_000_000);

    /** So many bytes tell. */
    static final int SIGNATURE = 12;

    private final String beginning;
    private final String atEight;
    private final long mostPixels;

    ImageKind(String beginning, String atEight, long mostPixels) {
        this.beginning = beginning;
        this.atEight = atEight;
        this.mostPixels = mostPixels;
    }

    /** The kind of image that begins with these bytes; empty when it is none of these. */
    static Optional<ImageKind> of(byte[] signature) {
        String text = new String(signature, StandardCharsets.ISO_8859_1);
        return Stream.of(values())
                .filter(kind -> text.startsWith(kind.beginning) && text.startsWith(kind.atEight, 8))
                .findFirst();
    }

    /** How many pixels are read at most. */
    long mostPixels() {
        return mostPixels;
    }

    /** A reader, to be disposed of. */
    ImageReader newReader() throws IOException {
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(name()).next();
    }
}
