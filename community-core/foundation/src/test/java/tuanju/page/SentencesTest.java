package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayName("Sentences in one table are the sentences of the modules' files")
class SentencesTest {

    private static final Object[] TOLD = {1, 2, 3};

    private final MessageSource quick = new LanguageConfiguration().messageSource();
    private final ResourceBundleMessageSource plain = new ResourceBundleMessageSource();

    SentencesTest() throws IOException {
        plain.setBasenames(
                ((ResourceBundleMessageSource) quick).getBasenameSet().toArray(String[]::new));
        plain.setDefaultEncoding("UTF-8");
        plain.setFallbackToSystemLocale(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "zh", "fr"})
    void inEveryLanguageThatIsSpokenAndInOthers(String tag) {
        var language = Locale.forLanguageTag(tag);
        var codes = plain.getBasenameSet().stream()
                .flatMap(it -> ResourceBundle.getBundle(it, language).keySet().stream())
                .toList();
        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(codes).allSatisfy(code -> {
            assertThat(quick.getMessage(code, null, language)).isEqualTo(plain.getMessage(code, null, language));
            assertThat(quick.getMessage(code, TOLD, language)).isEqualTo(plain.getMessage(code, TOLD, language));
        });
    }

    @Test
    void whatNobodySaysIsNotFound() {
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.FRENCH)) {
            assertThat(quick.getMessage("nobody.says", null, "-", language)).isEqualTo("-");
            assertThat(quick.getMessage("nobody.says", TOLD, "-", language)).isEqualTo("-");
        }
    }
}
