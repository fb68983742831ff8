package tuanju.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.money.Money;
import tuanju.outbox.StoredJson;
import tuanju.page.Dates;

/** Keeps the arguments of what was told so that they can be said later in any language. */
@Component
@RequiredArgsConstructor
class Wording {

    private final StoredJson stored;
    private final MessageSource messages;
    private final Dates dates;

    /** One argument as it is kept: exactly one of these is there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Written(
            @Nullable String text,
            @Nullable String phrase,
            @Nullable Integer count,
            @Nullable Instant at,
            @Nullable Long fen) {}

    String json(Object rows) {
        return stored.write(rows);
    }

    List<Written> written(List<Object> arguments) {
        return arguments.stream().map(Wording::written).toList();
    }

    /** The whole sentence in the reader's language; days are said as they are called now. */
    String sentence(String topic, String arguments) {
        var said = stored.readList(arguments, Written.class).stream()
                .map(this::said)
                .toArray();
        return messages.getMessage(topic, said, LocaleContextHolder.getLocale());
    }

    private static Written written(Object argument) {
        return switch (argument) {
            case Notification.Phrase phrase -> new Written(null, phrase.key(), null, null, null);
            case Integer count -> new Written(null, null, count, null, null);
            case Instant at -> new Written(null, null, null, at, null);
            case Money amount -> new Written(null, null, null, null, amount.fen());
            default -> new Written(argument.toString(), null, null, null, null);
        };
    }

    private Object said(Written argument) {
        if (argument.at() != null) {
            return dates.when(argument.at());
        }
        if (argument.fen() != null) {
            return "¥" + Money.ofFen(argument.fen()).yuan();
        }
        if (argument.phrase() != null) {
            return messages.getMessage(argument.phrase(), null, LocaleContextHolder.getLocale());
        }
        return argument.count() != null ? argument.count() : Objects.requireNonNull(argument.text());
    }
}
