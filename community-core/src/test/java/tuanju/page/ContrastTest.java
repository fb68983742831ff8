package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Text can be read by everyone: WCAG 2.2 AA asks for 4.5:1 (success criterion 1.4.3). */
class ContrastTest {

    private static final List<String> PAIRS = List.of(
            "ink/paper",
            "ink/surface",
            "ink/surface-sunk",
            "ink-soft/paper",
            "ink-soft/surface",
            "ink-soft/surface-sunk",
            "ink-faint/paper",
            "ink-faint/surface",
            "ink-faint/surface-sunk",
            "persimmon-strong/paper",
            "persimmon-strong/surface",
            "persimmon-strong/persimmon-soft",
            "on-persimmon/persimmon-strong",
            "price/surface",
            "price/paper",
            "green/green-soft",
            "green/surface",
            "amber/amber-soft",
            "amber/surface",
            "red/red-soft",
            "red/surface");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextColourStandsOutFromEveryGroundItIsUsedOn(String theme) throws IOException {
        var colours = colours(theme);
        for (String pair : PAIRS) {
            String text = colours.get(pair.split("/")[0]);
            String ground = colours.get(pair.split("/")[1]);
            assertThat(contrast(text, ground))
                    .as("%s in the %s theme", pair, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Map<String, String> colours(String theme) throws IOException {
        String sheet = new ClassPathResource("styles/page/tokens.css").getContentAsString(StandardCharsets.UTF_8);
        int start = theme.equals("light") ? 0 : sheet.indexOf(":root[data-theme=\"dark\"]");
        String block = sheet.substring(start, sheet.indexOf('}', start));
        var colours = new HashMap<String, String>();
        var matcher = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});").matcher(block);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(hex.substring(i * 2, i * 2 + 2), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
