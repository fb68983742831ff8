package tuanju.table;

import java.time.Instant;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.page.Dates;

/** Puts what stands in a table into the words of its reader. */
@Component
@RequiredArgsConstructor
class CellWords {

    private final MessageSource messages;
    private final Dates dates;

    /** As people read it. */
    String said(Object value) {
        return switch (value) {
            case Instant time -> dates.when(time);
            case Number number -> String.format(LocaleContextHolder.getLocale(), "%,d", number.longValue());
            default -> Objects.toString(plain(value));
        };
    }

    /** As a file has it: numbers and money stay what they are. */
    Object plain(Object value) {
        return switch (value) {
            case MessageSourceResolvable word -> messages.getMessage(word, LocaleContextHolder.getLocale());
            case Instant time -> dates.exact(time);
            default -> value;
        };
    }

    String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
