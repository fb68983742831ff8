package tuanju.card;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tuanju.membership.Visibility;

/**
 * Something one can buy, as everybody sees it who may.
 *
 * @param detail spec and origin, or where and when it is collected; may be empty
 * @param pictures at least one
 * @param price null where none can be said before goods are weighed
 * @param left pieces or seats that can still be taken; null where they are not counted
 * @param turns when it begins, or when it ends; null where no moment is near
 * @param visibility who else may see it
 * @param path where it is bought; null where it has no page
 * @param words in lower case, by which it is found
 * @param rating null where too few said something of its goods
 */
public record Card(
        CardRef ref,
        String title,
        String detail,
        List<CardPicture> pictures,
        @Nullable CardPrice price,
        @Nullable Integer left,
        State state,
        @Nullable Instant turns,
        Said said,
        Visibility visibility,
        @Nullable String path,
        String words,
        @Nullable Rating rating) {

    /** Before it is known what people say of its goods. */
    public Card(
            CardRef ref,
            String title,
            String detail,
            List<CardPicture> pictures,
            @Nullable CardPrice price,
            @Nullable Integer left,
            State state,
            @Nullable Instant turns,
            Said said,
            Visibility visibility,
            @Nullable String path,
            String words) {
        this(ref, title, detail, pictures, price, left, state, turns, said, visibility, path, words, null);
    }

    /**
     * What people who had its goods say of them together.
     *
     * @param tenths of a star on average, 10 to 50
     * @param number of those who said so
     */
    public record Rating(int tenths, int number) {

        /** Of fewer nothing is said. */
        public static final int FEWEST = 5;

        public String average() {
            return tenths / 10 + "." + tenths % 10;
        }
    }

    /** Told by the module in which people say how goods were: one query, however many cards. */
    public interface Ratings {

        /** One of which too few said something is not among them. */
        Map<CardRef, Rating> of(Collection<CardRef> refs);
    }

    Card rated(@Nullable Rating by) {
        return new Card(ref, title, detail, pictures, price, left, state, turns, said, visibility, path, words, by);
    }

    /** Whether it can be had. */
    public enum State {
        SOON,
        OPEN,
        SOLD_OUT,
        OVER
    }

    /**
     * In the language of whoever asked; each may be empty.
     *
     * @param sentence how it stands
     * @param crowd who else takes part
     * @param terms what the price asks for
     */
    public record Said(String sentence, String crowd, String terms) {}

    /** Whether several pictures stand for it, side by side. */
    public boolean isTray() {
        return pictures.size() > 1;
    }

    /** Whether it can be bought at this moment. */
    public boolean isBuyable() {
        return state == State.OPEN;
    }
}
