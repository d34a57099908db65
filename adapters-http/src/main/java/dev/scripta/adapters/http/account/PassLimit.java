package dev.scripta.adapters.http.account;

import java.awt.image.BufferedImage;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/**
 * Ends the reading of an image that is gone over too often. Each scan of a JPEG goes over the whole image, and a few bytes are
 * enough for one: a file of some megabytes could keep a processor busy for hours. Only the reader knows for sure how many
 * there are, so it is the reader that is watched.
 */
final class PassLimit implements IIOReadUpdateListener {

    /** Cameras make one or ten, programs that make as many as they can about 20. */
    static final int MOST = 40;

    @Override
    public void passStarted(ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX,
            int minY, int periodX, int periodY, int[] bands) {
        if (pass >= MOST) {
            // What a listener throws ends the reading; ImageReader.abort() ends a pass, and the next one begins.
            throw new IllegalStateException("too many passes");
        }
    }

    @Override
    public void imageUpdate(ImageReader source, BufferedImage image, int minX, int minY, int width, int height,
            int periodX, int periodY, int[] bands) {
        // Only how often counts.
    }

    @Override
    public void passComplete(ImageReader source, BufferedImage image) {
        // The next one is told when it begins.
    }

    @Override
    public void thumbnailPassStarted(ImageReader source, BufferedImage thumbnail, int pass, int minPass, int maxPass,
            int minX, int minY, int periodX, int periodY, int[] bands) {
        // Thumbnails are not read.
    }

    @Override
    public void thumbnailUpdate(ImageReader source, BufferedImage thumbnail, int minX, int minY, int width, int height,
            int periodX, int periodY, int[] bands) {
        // Thumbnails are not read.
    }

    @Override
    public void thumbnailPassComplete(ImageReader source, BufferedImage thumbnail) {
        // Thumbnails are not read.
    }
}
