package tuanju.search;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tuanju.card.CardRef;
import tuanju.command.Invalid;

/** What can be found, in the order in which it is shown. */
enum Kind {
    CYCLE(CardRef.Kind.CYCLE),
    OFFER(CardRef.Kind.OFFER),
    PRODUCT(CardRef.Kind.PRODUCT),
    NOTE(null),
    PERSON(null),
    COMMUNITY(null);

    private final CardRef.@Nullable Kind card;

    Kind(CardRef.@Nullable Kind card) {
        this.card = card;
    }

    /** As cards are called; empty for what is not sold. */
    Optional<CardRef.Kind> card() {
        return Optional.ofNullable(card);
    }

    /** Whether more are shown page by page; of the others nobody looks through more than fit one. */
    boolean hasPages() {
        return this == NOTE || this == OFFER || this == PRODUCT;
    }

    /** Null for all; refuses the field where it is none. */
    static @Nullable Kind read(String word) {
        return word.isBlank()
                ? null
                : Arrays.stream(values())
                        .filter(it -> it.name().equals(word))
                        .findAny()
                        .orElseThrow(() -> new Invalid("kind", "search-kind"));
    }
}
