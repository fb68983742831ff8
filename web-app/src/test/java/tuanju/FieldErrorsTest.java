package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who hears a page instead of seeing it hears the error with its field. */
class FieldErrorsTest {

    private static final Pattern ERROR = Pattern.compile("page/_field :: error\\((.+?), ");

    @Test
    @DisplayName("every error beside a field is what describes that field")
    void everyErrorDescribesItsField() {
        var silent = new ArrayList<String>();
        for (var template : Wings.files("src/main/resources/templates", ".html").toList()) {
            var text = Wings.text(template);
            var error = ERROR.matcher(text);
            while (error.find()) {
                if (!describes(text, error.group(1))) {
                    silent.add(template.getFileName() + " " + error.group(1));
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    /** A name that is worked out is not looked for by itself: its field stands in the same small template. */
    private static boolean describes(String template, String name) {
        var id = name.startsWith("'") ? Pattern.quote(name.replace("'", "")) : "";
        return Pattern.compile("aria-describedby[^>]*" + id + "-error")
                .matcher(template)
                .find();
    }
}
