package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class StyleSheetTest {

    private final StyleSheet sheet = newSheet();

    @Test
    void theOrderOfTheLayersIsSaidBeforeAnythingElse() {
        assertThat(sheet.content()).contains("@layer components").startsWith("/*");
        assertThat(sheet.content().indexOf("@layer reset, tokens, base, components, pages, utilities;"))
                .isLessThan(sheet.content().indexOf('{'));
    }

    @Test
    void everyInstanceJoinsTheSameContent() {
        assertThat(newSheet().content()).isEqualTo(sheet.content());
    }

    @Test
    void aCheapPhoneReceivesLessThanTwelveKilobytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(sheet.content().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bytes.size()).isLessThan(12 * 1024);
    }

    @Test
    void onlyTheTokensNameColours() throws IOException {
        var hex = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:styles/**/*.css")) {
            if (!"tokens.css".equals(file.getFilename())) {
                assertThat(file.getContentAsString(StandardCharsets.UTF_8))
                        .as(file.getFilename())
                        .doesNotContainPattern(hex);
            }
        }
    }

    @Test
    void everyTokenThatAComponentAsksForIsDecided() {
        var defined =
                Pattern.compile("(--[a-z0-9-]+):").matcher(sheet.content()).results();
        var names = defined.map(it -> it.group(1)).collect(java.util.stream.Collectors.toSet());
        assertThat(Pattern.compile("var\\((--[a-z0-9-]+)\\)")
                        .matcher(sheet.content())
                        .results())
                .allSatisfy(it -> assertThat(names).contains(it.group(1)));
    }

    private static StyleSheet newSheet() {
        try {
            return new StyleSheet();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
