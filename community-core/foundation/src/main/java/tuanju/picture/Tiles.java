package tuanju.picture;

import java.util.Locale;

/** A picture for goods that have none: what kind they are, on a ground that stays with their name. */
final class Tiles {

    private static final int[] WARM = {12, 28, 42, 85, 140, 165, 200, 330};

    private Tiles() {}

    static int hueOf(String name) {
        return WARM[Math.floorMod(name.hashCode(), WARM.length)];
    }

    static String svg(TileKind kind, int hue) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480"><rect width="480" height="480" fill="%s"/>\
                <circle cx="240" cy="240" r="176" fill="%s"/><ellipse cx="240" cy="376" rx="120" ry="14" fill="%s"/>%s</svg>""".formatted(colour(hue, 52, 86), colour(hue, 60, 93), colour(hue, 40, 80), kind.drawn());
    }

    static String colour(int hue, int saturation, int lightness) {
        return "#%06x"
                .formatted(0xFFFFFF & rgb(hue, saturation / 100f, lightness / 100f))
                .toLowerCase(Locale.ROOT);
    }

    private static int rgb(int hue, float saturation, float lightness) {
        float brightness = lightness + saturation * Math.min(lightness, 1 - lightness);
        float hsbSaturation = brightness == 0 ? 0 : 2 * (1 - lightness / brightness);
        return java.awt.Color.HSBtoRGB(hue / 360f, hsbSaturation, brightness);
    }
}
