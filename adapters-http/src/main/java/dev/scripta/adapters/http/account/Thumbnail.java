package dev.scripta.adapters.http.account;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.Canvas;
import net.coobird.thumbnailator.geometry.Positions;

/** Makes images small: within 300 by 300 pixels, never larger than they were, JPEG on white. */
final class Thumbnail {

    private static final int SIDE = 300;
    private static final double QUALITY = 0.8;

    private Thumbnail() {}

    static void write(BufferedImage image, OutputStream out) throws IOException {
        double scale = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = scaled(image.getWidth(), scale);
        int height = scaled(image.getHeight(), scale);
        Thumbnails.of(image)
                .forceSize(width, height)
                .imageType(BufferedImage.TYPE_INT_ARGB)
                .addFilter(new Canvas(width, height, Positions.CENTER, Color.WHITE))
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }
}
