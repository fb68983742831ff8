package tuanju.picture;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** A picture for what has none: a warm colour that stays with the name, and its first character. */
final class Tiles {

    private static final int[] WARM = {12, 28, 42, 85, 140, 165, 200, 330};

    private Tiles() {}

    static String letterOf(String name) {
        String text = name.strip();
        return text.isEmpty() ? "·" : text.substring(0, text.offsetByCodePoints(0, 1));
    }

    static int hueOf(String name) {
        return WARM[Math.floorMod(name.hashCode(), WARM.length)];
    }

    static String svg(String letter, int hue, boolean withLetter) {
        String text = withLetter
                ? "<text x=\"240\" y=\"305\" font-size=\"190\" font-weight=\"600\" text-anchor=\"middle\" fill=\"%s\" font-family=\"PingFang SC,Noto Sans CJK SC,Microsoft YaHei,sans-serif\">%s</text>"
                        .formatted(colour(hue, 34, 34), HtmlUtils.htmlEscape(letter))
                : "";
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480"><rect width="480" height="480" fill="%s"/>\
                <circle cx="240" cy="240" r="176" fill="%s"/><ellipse cx="240" cy="392" rx="120" ry="14" fill="%s"/>%s</svg>""".formatted(colour(hue, 52, 84), colour(hue, 60, 91), colour(hue, 40, 76), text);
    }

    private static String colour(int hue, int saturation, int lightness) {
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
