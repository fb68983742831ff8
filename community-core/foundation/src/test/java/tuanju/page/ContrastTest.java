package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** WCAG 2.2 contrast, computed from the tokens themselves, so that a prettier colour cannot become an unreadable one. */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+):\\s*#([0-9a-f]{6});");
    private static final Pattern THEME =
            Pattern.compile("(?<selector>:root[^{]*?)\\s*\\{(?<body>[^}]*)}", Pattern.DOTALL);

    private static final String[][] TEXT_ON_GROUND = {
        {"ink", "paper"},
        {"ink", "surface"},
        {"ink", "surface-sunk"},
        {"ink-soft", "paper"},
        {"ink-soft", "surface"},
        {"ink-soft", "surface-sunk"},
        {"ink-faint", "paper"},
        {"ink-faint", "surface"},
        {"ink-faint", "surface-sunk"},
        {"price", "paper"},
        {"price", "surface"},
        {"persimmon-strong", "paper"},
        {"persimmon-strong", "surface"},
        {"persimmon-strong", "persimmon-soft"},
        {"on-persimmon", "persimmon-strong"},
        {"green", "green-soft"},
        {"green", "surface"},
        {"amber", "amber-soft"},
        {"amber", "surface"},
        {"red", "red-soft"},
        {"red", "surface"},
    };

    private static final String[][] SHAPE_ON_GROUND = {
        {"line-strong", "surface"}, {"line-strong", "paper"}, {"focus", "paper"}, {"focus", "surface"},
    };

    static Stream<String> themes() {
        return Stream.of(":root", ":root:not([data-theme=\"light\"])", ":root[data-theme=\"dark\"]");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTextCanBeRead(String theme) throws IOException {
        var colours = colours(theme);
        for (var pair : TEXT_ON_GROUND) {
            assertThat(contrast(colours, pair))
                    .as("%s on %s in %s", pair[0], pair[1], theme)
                    .isGreaterThan(4.5);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyEdgeThatMeansSomethingCanBeSeen(String theme) throws IOException {
        var colours = colours(theme);
        for (var pair : SHAPE_ON_GROUND) {
            assertThat(contrast(colours, pair))
                    .as("%s on %s in %s", pair[0], pair[1], theme)
                    .isGreaterThan(3.0);
        }
    }

    @Test
    void darkIsTheSameWhetherTheDeviceOrThePersonChoseIt() throws IOException {
        assertThat(colours(":root[data-theme=\"dark\"]")).isEqualTo(colours(":root:not([data-theme=\"light\"])"));
    }

    private static double contrast(Map<String, Integer> colours, String[] pair) {
        double one = luminance(colours.getOrDefault(pair[0], 0));
        double other = luminance(colours.getOrDefault(pair[1], 0));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> colours(String theme) throws IOException {
        var tokens = new ClassPathResource("styles/page/tokens.css").getContentAsString(StandardCharsets.UTF_8);
        var blocks = THEME.matcher(tokens);
        while (blocks.find()) {
            if (blocks.group("selector").equals(theme)) {
                return read(blocks.group("body"));
            }
        }
        throw new AssertionError("No theme " + theme);
    }

    private static Map<String, Integer> read(String body) {
        Map<String, Integer> colours = new HashMap<>();
        var found = COLOUR.matcher(body);
        while (found.find()) {
            colours.put(found.group(1), Integer.valueOf(found.group(2), 16));
        }
        return colours;
    }
}
