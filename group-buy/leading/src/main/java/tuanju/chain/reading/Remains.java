package tuanju.chain.reading;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import tuanju.chain.reading.ReadChainList.Why;

/**
 * What a line that would be passed over holds of an order all the same: goods, a number, a phone or a door. It looks at the
 * line as it was written, also inside brackets, where the reader sees no piece of an order.
 */
record Remains(Shelf shelf) {

    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");
    private static final Pattern NUMERAL = Pattern.compile("[一二两三四五六七八九十俩仨半]{1,3}(?:" + Amounts.UNIT + ")?");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Whether a line cannot be passed over for this reason. A heading may have a list number and name what is sold, and no more. */
    boolean isIn(Sentence said, Why why) {
        var text = plain(said.line());
        return why == Why.CHATTER
                ? said.manner().substance() || isIn(text)
                : said.manner().numbers() || isNumberIn(ListNumber.without(text));
    }

    /** Whether a line of nothing but pictures cannot be passed over: [鸡蛋] may be more than a picture. */
    boolean isIn(ChainLine line) {
        return isIn(plain(line));
    }

    private static String plain(ChainLine line) {
        return PlainLine.of(BRACKETS.matcher(line.written()).replaceAll(" "));
    }

    private boolean isIn(String text) {
        return isNumberIn(text) || shelf.isNamedIn(text) || words(text).anyMatch(this::isGoods);
    }

    /** A letter of the leader's list, or the one character that says what a thing is: 蛋. */
    private boolean isGoods(String word) {
        boolean code = LETTER.matcher(word).matches()
                && shelf.at(Character.toUpperCase(word.charAt(0)) - 'A' + 1).isPresent();
        return code || word.length() == 1 && shelf.character(word, 0).isPresent();
    }

    private static boolean isNumberIn(String text) {
        for (int at = 0; at < text.length(); ) {
            var moment = Moments.at(text, at);
            if (moment == null && (Character.isDigit(text.charAt(at)) || isCircled(text.charAt(at)))) {
                return true;
            }
            at = moment == null ? at + 1 : moment.end();
        }
        return words(text).anyMatch(word -> NUMERAL.matcher(word).matches());
    }

    private static Stream<String> words(String text) {
        return MARKS.splitAsStream(text);
    }

    private static boolean isCircled(char character) {
        return character >= '①' && character <= '⑳';
    }
}
