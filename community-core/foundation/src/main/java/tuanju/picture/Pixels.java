package tuanju.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Arithmetic of pictures: turning, scaling, cutting square, writing as JPEG. */
final class Pixels {

    private static final float QUALITY = 0.82f;

    private Pixels() {}

    static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest centred square, scaled to this width. */
    static BufferedImage square(BufferedImage picture, int width) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        var cut = picture.getSubimage((picture.getWidth() - side) / 2, (picture.getHeight() - side) / 2, side, side);
        return scale(cut, width, width);
    }

    /** At most this wide and high; never made larger. */
    static BufferedImage within(BufferedImage picture, int most) {
        double factor = Math.min(1.0, (double) most / Math.max(picture.getWidth(), picture.getHeight()));
        return scale(picture, Math.max(1, (int) Math.round(picture.getWidth() * factor)), Math.max(1, (int)
                Math.round(picture.getHeight() * factor)));
    }

    /** Turned and mirrored as EXIF's orientation (1 to 8) asks, on white where it was transparent. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        boolean sideways = orientation >= 5;
        int width = picture.getWidth();
        int height = picture.getHeight();
        var turned = opaque(sideways ? height : width, sideways ? width : height);
        var graphics = turned.createGraphics();
        graphics.drawImage(picture, turn(orientation, width, height), null);
        graphics.dispose();
        return turned;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    static byte[] jpeg(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            quality.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage scale(BufferedImage picture, int width, int height) {
        var current = picture;
        // halving step by step keeps fine detail that one big step would skip
        while (current.getWidth() / 2 >= width && current.getHeight() / 2 >= height) {
            current = resized(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return resized(current, width, height);
    }

    private static BufferedImage resized(BufferedImage picture, int width, int height) {
        var result = opaque(width, height);
        var graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    private static BufferedImage opaque(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }
}
