package tuanju.note;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.card.CardRef;

/**
 * A note as it comes from outside.
 *
 * @param community the short code of where it is shown; a note stays where it was written
 * @param text with emphasis, lists, quotes and links of this address as in Markdown; at most 5,000 characters
 * @param pictures uploaded before, at most nine, the first one is its cover
 * @param topics at most five, without the sign before them
 * @param cards what it is about, at most six things of the same community
 * @param visibility PUBLIC, MEMBERS or LEVEL_1 to LEVEL_9; nothing is PUBLIC
 * @param version which version is changed; null changes whatever is there
 */
public record NoteDraft(
        @Nullable String community,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<String> pictures,
        @Nullable List<String> topics,
        @Nullable List<CardName> cards,
        @Nullable String visibility,
        @Nullable Integer version) {

    /** What has a card. */
    public record CardName(CardRef.Kind kind, String code) {}
}
