package tuanju.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every module's component styles joined into one sheet, so that a phone asks once and keeps it for a year. */
@Component
class StyleSheet {

    private final String content;

    StyleSheet() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:styles/**/*.css");
        content = Arrays.stream(files)
                .sorted(Comparator.comparing(StyleSheet::order))
                .map(StyleSheet::text)
                .collect(Collectors.joining("\n"));
    }

    String content() {
        return content;
    }

    /** Tokens first, because they name the order of the layers; then the page module, then the others. */
    private static String order(Resource file) {
        String address = address(file);
        if (address.endsWith("/styles/page/tokens.css")) {
            return "0";
        }
        return (address.contains("/styles/page/") ? "1" : "2") + address.substring(address.indexOf("/styles/"));
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
