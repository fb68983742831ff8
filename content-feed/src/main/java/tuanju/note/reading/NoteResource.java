package tuanju.note.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tuanju.card.CardResource;

/**
 * A note as programs read it.
 *
 * @param text as it was written, in Markdown
 * @param cards what it is about, with live price and stock; what the caller may not see is left out
 * @param bought names of the cards of which its author had completed an order when they wrote
 * @param promoted whether it holds a link that earns its owner something
 * @param reactions how many said each
 * @param mine what the caller said
 * @param version which a change names
 * @param hidden why operators hid it, for its author; null where nobody did
 */
record NoteResource(
        String code,
        String community,
        Who author,
        String title,
        String text,
        List<String> pictureUrls,
        List<String> topics,
        List<CardResource> cards,
        List<String> bought,
        String visibility,
        boolean promoted,
        Map<String, Integer> reactions,
        List<String> mine,
        int comments,
        int version,
        Instant written,
        @Nullable Instant edited,
        @Nullable String hidden) {

    /** Somebody who writes. */
    record Who(String code, String name) {}
}
