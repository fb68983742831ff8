package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who hears a page instead of seeing it hears the error with its field. */
class FieldErrorsTest {

    private static final Pattern ERROR = Pattern.compile("page/_field :: error\\((.+?), ");
    private static final Path ROOT = Path.of("..");

    @Test
    @DisplayName("every error beside a field is what describes that field")
    void everyErrorDescribesItsField() throws IOException {
        var silent = new ArrayList<String>();
        for (var template : templates()) {
            var text = Files.readString(template);
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

    private static List<Path> templates() throws IOException {
        try (var all = Files.walk(ROOT)) {
            return all.filter(it -> it.toString().endsWith(".html"))
                    .filter(it -> it.toString().contains("src/main/resources/templates"))
                    .toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }
}
