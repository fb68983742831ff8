package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class DatesTest {

    /** 23:30 in Shanghai, so that UTC and Shanghai differ in what day it is for half an hour more. */
    private static final Instant NOW = Instant.parse("2026-04-05T15:30:00Z");

    private final Dates dates = newDates();

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysTodayAndTomorrowByTheDayInShanghai() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(dates.when(NOW)).isEqualTo("今天 23:30");
        assertThat(dates.when(NOW.plusSeconds(1800))).isEqualTo("明天 0:00");
        assertThat(dates.when(Instant.parse("2026-04-04T01:00:00Z"))).isEqualTo("昨天 9:00");
        assertThat(dates.when(Instant.parse("2026-04-08T01:00:00Z"))).isEqualTo("4月8日 9:00");
    }

    @Test
    void saysTheYearOnlyWhenItIsAnother() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(dates.day(Instant.parse("2027-01-02T01:00:00Z"))).isEqualTo("2027年1月2日");
    }

    @Test
    void speaksEnglishToo() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(dates.when(NOW.plusSeconds(1800))).isEqualTo("tomorrow 0:00");
        assertThat(dates.when(Instant.parse("2026-04-08T01:00:00Z"))).isEqualTo("8 Apr 9:00");
    }

    @Test
    void aSpanOnOneDaySaysTheDayOnce() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        var nine = Instant.parse("2026-04-06T01:00:00Z");
        assertThat(dates.span(nine, nine.plusSeconds(11 * 3600))).isEqualTo("明天 9:00–20:00");
        assertThat(dates.span(nine, nine.plusSeconds(25 * 3600))).isEqualTo("明天 9:00–4月7日 10:00");
    }

    private static Dates newDates() {
        try {
            return new Dates(Clock.fixed(NOW, ZoneOffset.UTC), new LanguageConfiguration().messageSource());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
