package tuanju.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Chinese and English: by the browser's language, or by the menu, which a cookie remembers. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    static final String COOKIE = "language";
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** Every module brings {@code messages/<module>.properties}; they are found by themselves. */
    @Bean
    MessageSource messageSource() throws IOException {
        var source = new Sentences(SPOKEN);
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        source.setBasenames(Arrays.stream(files)
                .map(Resource::getFilename)
                .map(it -> "messages/" + it.replaceAll("(_zh_CN)?\\.properties$", ""))
                .distinct()
                .sorted()
                .toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        var byBrowser = new AcceptHeaderLocaleResolver();
        byBrowser.setSupportedLocales(SPOKEN);
        byBrowser.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        var resolver = new CookieLocaleResolver(COOKIE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(byBrowser::resolveLocale);
        return resolver;
    }
}
