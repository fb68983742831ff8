package tuanju.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The logo as pixels: a persimmon of three, turning round one middle. */
final class PosterMark {

    private static final int BOX = 64;
    private static final Color[] PETALS = {new Color(0xEE6A3E), new Color(0xFBA168), new Color(0xC8421C)};
    private static final Color LEAF = new Color(0x6BAA54);
    private static final Color LEAF_IN_SHADE = new Color(0x3F7F3C);

    private PosterMark() {}

    static void paint(Graphics2D ink, double x, double y, double size) {
        var before = ink.getTransform();
        ink.translate(x, y);
        ink.scale((double) size / BOX, (double) size / BOX);
        ink.setColor(PETALS[2]);
        ink.fill(new Ellipse2D.Double(6.4, 10.4, 51.2, 51.2));
        for (int petal = 0; petal < PETALS.length; petal++) {
            ink.setColor(PETALS[petal]);
            ink.fill(AffineTransform.getRotateInstance(Math.toRadians(120.0 * petal), 32, 36)
                    .createTransformedShape(petal()));
        }
        ink.setColor(LEAF);
        ink.fill(leaf(1));
        ink.setColor(LEAF_IN_SHADE);
        ink.fill(leaf(-1));
        ink.setTransform(before);
    }

    private static Shape petal() {
        var path = new Path2D.Double();
        path.append(arc(32, 23, 13, 270, -180), false);
        path.append(arc(32, 36, 26, 90, -120), true);
        path.append(arc(43.26, 42.5, 13, -30, 180), true);
        path.closePath();
        return path;
    }

    private static Arc2D arc(double x, double y, double radius, double from, double extent) {
        return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, from, extent, Arc2D.OPEN);
    }

    private static Shape leaf(int side) {
        var path = new Path2D.Double();
        path.moveTo(32 + side * 0.5, 14);
        path.curveTo(32 - side * 9.5, 17.5, 32 - side * 18, 14, 32 - side * 22.5, 5);
        path.curveTo(32 - side * 12.5, 0.5, 32 - side * 2, 3.5, 32 + side * 0.5, 14);
        path.closePath();
        return path;
    }
}
