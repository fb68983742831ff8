package tuanju.chain.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.Mention;

/** Products called by their place on the leader's list: A2, B×1, 1号2份, ②1份. */
final class Codes {

    private static final Pattern LETTER =
            Pattern.compile("(?<code>[A-Za-z])\\s?(?:款|品|套餐|组|箱型)?\\s?:?\\s?(?![A-WYZa-wyz:]|[xX](?!\\s?\\d))");
    private static final Pattern NUMBER =
            Pattern.compile("(?<code>\\d{1,2})\\s?(?:号|#|款)\\s?(?=[×x*+]?\\s?(?:\\d{1,3}|[一二两三四五六七八九十])\\s?(?:"
                    + Amounts.UNIT + ")|[×x*+]\\s?\\d)");
    private static final Pattern RUN = Pattern.compile("[A-Za-z]{2,8}\\s?各");
    private static final Pattern FURTHER = Pattern.compile("(?:[、,+和 ]{1,3}[A-Za-z]){1,12}\\s?各");
    private static final Pattern LIKE_A_FIGURE = Pattern.compile(
            "(?<![A-Za-z0-9\\p{Pd}～~_])[IO](?=\\s?[x×*+]?\\s?\\d{1,2}" + "(?![\\dA-Za-z\\p{Pd}～~_号栋幢座楼弄单室元¥]))");
    private static final int ONE_CIRCLED = '①';
    private static final int TWENTY_CIRCLED = '⑳';

    private Codes() {}

    /** I2 and O1 on a list that goes as far name its ninth and fifteenth, which else look like the figures 12 and 01. */
    static String spelt(String written, Shelf shelf) {
        return LIKE_A_FIGURE.matcher(written).replaceAll(found -> {
            int place = found.group().charAt(0) - 'A' + 1;
            return shelf.at(place).isPresent() ? Character.toString(ONE_CIRCLED + place - 1) : found.group();
        });
    }

    static @Nullable Found read(String text, int at, Shelf shelf, IntPredicate startsAmount) {
        char here = text.charAt(at);
        if (here >= ONE_CIRCLED && here <= TWENTY_CIRCLED) {
            return place(shelf, here - ONE_CIRCLED + 1, at, at + 1, text);
        }
        if (isInRun(text, at, shelf)) {
            return place(shelf, Character.toUpperCase(here) - 'A' + 1, at, at + 1, text);
        }
        if (at > 0 && isLatinOrDigit(text.charAt(at - 1)) && !behindAmount(text, at)) {
            return null;
        }
        return Character.isDigit(here) ? number(text, at, shelf) : letter(text, at, shelf, startsAmount);
    }

    /** Letters in a row that share one amount, each of them on the shelf: ABD各一份. */
    private static boolean isInRun(String text, int at, Shelf shelf) {
        int from = at;
        while (from > 0 && isLatinOrDigit(text.charAt(from - 1))) {
            from--;
        }
        var run = Amounts.looking(RUN, text, from);
        return run != null
                && run.end() > at
                && run.group()
                        .toUpperCase(Locale.ROOT)
                        .chars()
                        .filter(letter -> letter >= 'A' && letter <= 'Z')
                        .allMatch(letter -> shelf.at(letter - 'A' + 1).isPresent());
    }

    /** In A2B1 the B stands behind the amount of another code. */
    private static boolean behindAmount(String text, int at) {
        return at >= 2
                && Character.isDigit(text.charAt(at - 1))
                && isLatin(text.charAt(at))
                && (isLatin(text.charAt(at - 2)) || at >= 3 && isLatin(text.charAt(at - 3)));
    }

    private static @Nullable Found letter(String text, int at, Shelf shelf, IntPredicate startsAmount) {
        var letter = isLatin(text.charAt(at)) ? Amounts.looking(LETTER, text, at) : null;
        if (letter == null || !isFollowed(text, letter.end(), startsAmount)) {
            return null;
        }
        int place = letter.group("code").toUpperCase(Locale.ROOT).charAt(0) - 'A' + 1;
        boolean inName = at > 0
                && Character.isIdeographic(text.charAt(at - 1))
                && shelf.at(place).isEmpty();
        boolean time = letter.end() < text.length() && Moments.at(text, letter.end()) != null;
        if (inName || time) {
            return null;
        }
        return place(shelf, place, at, letter.end(), text);
    }

    /** By an amount, or by another letter that is: A、B各1. */
    private static boolean isFollowed(String text, int end, IntPredicate startsAmount) {
        if (startsAmount.test(end) || end < text.length() && text.charAt(end) == '各') {
            return true;
        }
        return Amounts.looking(FURTHER, text, end) != null;
    }

    private static @Nullable Found number(String text, int at, Shelf shelf) {
        var number = shelf.products().size() > 1 ? Amounts.looking(NUMBER, text, at) : null;
        if (number == null) {
            return null;
        }
        var product = shelf.at(Integer.parseInt(number.group("code")));
        return product.map(it -> new Found(new Mention(number.group().strip(), List.of(it)), number.end()))
                .orElse(null);
    }

    private static Found place(Shelf shelf, int place, int at, int end, String text) {
        Optional<ChainProduct> product = shelf.at(place);
        return new Found(
                new Mention(text.substring(at, end).strip(), product.stream().toList()), end);
    }

    static boolean isLatinOrDigit(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    static boolean isLatin(char character) {
        return character < 128 && Character.isLetter(character);
    }
}
