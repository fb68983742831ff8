package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every sentence is there in both languages, and no translation waits for a value it is not given. */
class MessagesTest {

    private static final Pattern BLANK = Pattern.compile("\\{(\\d)");

    @Test
    void whatIsSaidInEnglishIsSaidInChinese() throws IOException {
        for (var english : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            if (!Objects.requireNonNull(english.getFilename()).contains("_zh_CN")) {
                var name = english.getFilename().replace(".properties", "_zh_CN.properties");
                sameKeys(read(english), read(english.createRelative(name)), name);
            }
        }
    }

    private static void sameKeys(Properties english, Properties chinese, String name) {
        assertThat(chinese.stringPropertyNames())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(blanks(english.getProperty(key))).as(key).containsAll(blanks(chinese.getProperty(key)));
        }
    }

    private static Set<String> blanks(String sentence) {
        return BLANK.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties read(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
