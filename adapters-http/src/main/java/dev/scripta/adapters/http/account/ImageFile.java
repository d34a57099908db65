package dev.scripta.adapters.http.account;

import dev.scripta.adapters.http.transport.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads images of strangers in bounded memory: what they declare is looked at before anything is unpacked. */
final class ImageFile {

    /** A line of pixels is held in memory, however few lines there are. */
    private static final int LONGEST_SIDE = 20_000;

    /** Of larger images, pixels are left out: what is shown has a quarter of it. */
    private static final int ENOUGH = 1200;

    private ImageFile() {}

    /**
     * The first image of the file, upright, with pixels left out when there are many.
     *
     * @throws RefusedException 400 when it is too large
     * @throws IOException when it is no image, or a broken one; readers throw other exceptions, too
     */
    static BufferedImage read(Path file) throws IOException {
        // From memory: readers ask for a few bits at a time, and each would be a call of the system.
        byte[] bytes = Files.readAllBytes(file);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageKind kind = ImageKind.of(signature(in)).orElseThrow(() -> new IIOException("no image"));
            ImageReader reader = kind.newReader();
            try {
                // Only cameras' images tell how they were held; what others tell could be a bomb itself.
                boolean told = kind == ImageKind.JPEG;
                reader.addIIOReadUpdateListener(new PassLimit());
                reader.setInput(in, true, !told);
                int step = step(kind, reader.getWidth(0), reader.getHeight(0));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                BufferedImage image = reader.read(0, param);
                return told ? upright(reader, image) : image;
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] signature(ImageInputStream in) throws IOException {
        byte[] signature = new byte[ImageKind.SIGNATURE];
        in.readFully(signature);
        in.seek(0);
        return signature;
    }

    private static int step(ImageKind kind, int width, int height) {
        int longest = Math.max(width, height);
        if (longest > LONGEST_SIDE || (long) width * height > kind.mostPixels()) {
            throw new RefusedException(400, "The image has too many pixels");
        }
        return Math.max(1, longest / ENOUGH);
    }

    /** An image whose notes cannot be read is an image all the same. */
    private static BufferedImage upright(ImageReader reader, BufferedImage image) {
        try {
            Orientation orientation = ExifUtils.getExifOrientation(reader, 0);
            return orientation == null ? image : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
        } catch (IOException | RuntimeException unreadable) {
            return image;
        }
    }
}
