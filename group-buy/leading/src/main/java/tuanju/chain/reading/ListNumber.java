package tuanju.chain.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number in front of a line of a numbered list, and where the line begins behind it.
 *
 * @param number null where there is none
 */
record ListNumber(@Nullable Integer number, int end) {

    static final ListNumber NONE = new ListNumber(null, 0);
    private static final Pattern MARKED = Pattern.compile(
            "(?:(?:No\\.?|NO\\.?|第)\\s?)?[(\\[]?(?<number>\\d{1,3})(?:[)\\]]\\s?[.、,:]?|\\s?(?:[、;。]|[.,:](?!\\d{2}\\b(?!\\s?[-号栋幢#]))))\\s?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}\\.\\d{1,2}\\s?(?:斤|公斤|kg|元|块)");
    private static final Pattern SPACED = Pattern.compile("(?<number>\\d{1,3}) (?=[^\\d\\s])");
    /** 5号不要了 speaks of the fifth line. */
    private static final Pattern REFERRED = Pattern.compile("第?(?<number>\\d{1,3})号的?\\s?(?=不要|取消|退[出单订了]|撤)");

    private static final Pattern BEFORE_PIECES = Pattern.compile("(?<number>\\d{1,2}) (?=\\d{1,3}\\s?[份盒个袋箱斤瓶楼层])");
    private static final Pattern BEFORE_DOOR = Pattern.compile("(?<number>\\d{1,3}) (?=\\d)");
    private static final Pattern GLUED = Pattern.compile("(?<number>\\d{1,3})(?=\\p{IsHan}{2})");

    static ListNumber of(String text, Shelf shelf, Places places) {
        var referred = Amounts.looking(REFERRED, text, 0);
        if (referred != null) {
            return new ListNumber(Integer.valueOf(referred.group("number")), referred.end());
        }
        char first = text.charAt(0);
        if (first >= '①' && first <= '⑳') {
            boolean code = text.length() > 1 && Amounts.pieces(text, 1) != null;
            return code ? NONE : new ListNumber(first - '①' + 1, 1);
        }
        var marked = Amounts.looking(MARKED, text, 0);
        if (marked != null && marked.end() < text.length()) {
            boolean other = Amounts.looking(DECIMAL, text, 0) != null || Moments.at(text, 0) != null;
            return other ? NONE : new ListNumber(Integer.valueOf(marked.group("number")), marked.end());
        }
        return bare(text, shelf, places);
    }

    /** A line without its number: 4. and 5. in front of the same words. */
    static String without(String text) {
        return MARKED.matcher(text).lookingAt() ? MARKED.matcher(text).replaceFirst("") : text;
    }

    /** A number with nothing but a space behind it, as long as it can be nothing else. */
    private static ListNumber bare(String text, Shelf shelf, Places places) {
        var beforeDoor = Amounts.looking(BEFORE_DOOR, text, 0);
        if (beforeDoor != null && places.isDoorOfBuilding(text, beforeDoor.end())) {
            return new ListNumber(Integer.valueOf(beforeDoor.group("number")), beforeDoor.end());
        }
        var beforePieces = Amounts.looking(BEFORE_PIECES, text, 0);
        if (beforePieces != null) {
            return new ListNumber(Integer.valueOf(beforePieces.group("number")), beforePieces.end());
        }
        if (isSomethingElse(text, shelf, places)) {
            return NONE;
        }
        for (var pattern : new Pattern[] {SPACED, GLUED}) {
            var found = Amounts.looking(pattern, text, 0);
            if (found != null) {
                return new ListNumber(Integer.valueOf(found.group("number")), found.end());
            }
        }
        return NONE;
    }

    private static boolean isSomethingElse(String text, Shelf shelf, Places places) {
        return Moments.at(text, 0) != null
                || Amounts.price(text, 0) != null
                || Amounts.size(text, 0) != null
                || Amounts.pieces(text, 0) != null
                || places.door(text, 0) != null
                || places.house(text, 0) != null
                || shelf.mention(text, 0).isPresent();
    }
}
