package tuanju.card;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.page.Dates;

/** How cards of every kind say how they stand, in the language of whoever asked. */
@Component
@RequiredArgsConstructor
public class CardSentences {

    /** So few that it is worth saying. */
    private static final int FEW = 10;

    private final MessageSource messages;
    private final Dates dates;

    /**
     * Of few pieces their number, otherwise the moment that is near; empty where there is neither.
     *
     * @param turns when it begins or ends
     */
    public String of(Card.State state, @Nullable Integer left, @Nullable Instant turns) {
        return switch (state) {
            case SOON -> turns == null ? words("card.soon") : words("card.from", dates.when(turns));
            case SOLD_OUT -> words("card.sold-out");
            case OVER -> words("card.over");
            case OPEN -> open(left, turns);
        };
    }

    /** Words of the module that asks. */
    public String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String open(@Nullable Integer left, @Nullable Instant turns) {
        if (left != null && left <= FEW) {
            return words("card.left", left);
        }
        return turns == null ? "" : words("card.until", dates.when(turns));
    }
}
