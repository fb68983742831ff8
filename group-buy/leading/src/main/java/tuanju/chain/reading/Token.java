package tuanju.chain.reading;

import java.util.List;
import tuanju.address.Address;

/** A piece of a line, as far as it can be told without the others. */
sealed interface Token {

    /** Space or punctuation between two pieces. */
    record Gap(String written) implements Token {}

    /** Brackets around something that is no piece of an order: a note. */
    record Note(String text) implements Token {}

    /** ¥39.9 or 39.9元. */
    record Price(String written) implements Token {}

    /** A date or a time of day. */
    record Moment(String written) implements Token {}

    record Phone(String digits) implements Token {}

    /** A door that was read, or one that could be read in two ways. */
    record DoorPlate(Address address, boolean sure) implements Token {}

    /**
     * A product by name, code or size; several candidates where the words fit more than one.
     *
     * @param bySpec it was called by what tells it from others of its name: 水果味
     */
    record Mention(String written, List<ChainProduct> candidates, boolean bySpec) implements Token {

        Mention(String written, List<ChainProduct> candidates) {
            this(written, candidates, false);
        }
    }

    /** What another line of the list asks for; 0 is the line above. */
    record Same(int number) implements Token {}

    /** 3斤左右 and 4-5斤的: what a piece should weigh. */
    record Rough(String written) implements Token {}

    /**
     * 5斤 in 5斤装: a size, never pieces.
     *
     * @param whole it speaks of one whole piece: 30枚一盒
     */
    record Size(String text, boolean whole) implements Token {

        Size(String text) {
            this(text, false);
        }
    }

    /** Pieces beyond doubt, with the unit they were counted in. */
    record Pieces(int count, String unit) implements Token {}

    /** An amount that no one can hand over: half a box, one or two. */
    record Odd(String written) implements Token {}

    /** A number that says nothing alone. */
    record Loose(String digits) implements Token {}

    /** A word of ordering. */
    record Said(Word word) implements Token {}

    /** Anything else: a name, a wish, chatter. */
    record Text(String written) implements Token {}

    /** Whether it belongs to what is ordered, rather than to who or when. */
    default boolean isGoods() {
        return this instanceof Mention
                || this instanceof Pieces
                || this instanceof Size
                || this instanceof Odd
                || this instanceof Rough
                || this instanceof Same;
    }

    /** Whether it is a number of something, a phone or a door. */
    default boolean isNumber() {
        return isSubstance() && !(this instanceof Mention || this instanceof Size || this instanceof Same);
    }

    /** Whether a line with it must not be passed over: it may be somebody's order, or where to find them. */
    default boolean isSubstance() {
        return isGoods() || this instanceof Loose || this instanceof Phone || this instanceof DoorPlate;
    }
}
