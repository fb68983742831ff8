package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.Gap;
import tuanju.chain.reading.Token.Loose;
import tuanju.chain.reading.Token.Mention;
import tuanju.chain.reading.Token.Pieces;
import tuanju.chain.reading.Token.Said;
import tuanju.chain.reading.Token.Size;
import tuanju.chain.reading.Token.Text;

/** Cuts a line in plain characters into tokens, from left to right, never looking at a character more than a few times. */
final class LineScanner {

    static final String GAPS = " ,;:!?。、.|/\\-&'\"“”‘’…~^_=·•<>";
    static final String OPENING = "([（";
    private static final String COUNTING = "一二两俩仨三四五六七八九十半几第今明后昨前周星礼凌早上中下傍晚";

    private static final Pattern FIGURES =
            Pattern.compile("(?:[2-9]\\d|\\d{3,4})(?=$|[ ,;:。、|(]|不要|取消|退[出单订]|改|再|加|已|的)");
    private static final Pattern NICKNAME = Pattern.compile("[A-Za-z]{2}$");

    private final String text;
    private final Shelf shelf;
    private final Places places;
    private final List<Token> tokens = new ArrayList<>();
    private final SpokenWords spoken;
    private final GoodsWords goods;
    private @Nullable Mention named;
    private final StringBuilder words = new StringBuilder();

    private LineScanner(String text, Shelf shelf, Places places) {
        this.text = text;
        this.shelf = shelf;
        this.places = places;
        this.spoken = new SpokenWords(text, shelf, places);
        this.goods = new GoodsWords(text, shelf, spoken, words);
    }

    static List<Token> scan(String text, Shelf shelf, Places places) {
        return new LineScanner(text, shelf, places).scan();
    }

    private List<Token> scan() {
        for (int at = 0; at < text.length(); ) {
            at = step(at);
        }
        endWords();
        return List.copyOf(tokens);
    }

    private int step(int at) {
        var found = token(at);
        if (found == null) {
            return plain(at);
        }
        endWords();
        tokens.add(found.token());
        return found.end();
    }

    /** What is no token of its own: a gap, brackets, a lone number, or one more character of a text. */
    private int plain(int at) {
        char here = text.charAt(at);
        if (OPENING.indexOf(here) >= 0) {
            return brackets(at);
        }
        if (GAPS.indexOf(here) >= 0 && !isInitial(at) || here == ')' || here == ']' || here == '+') {
            endWords();
            tokens.add(new Gap(Character.toString(here)));
            return at + 1;
        }
        if (here >= '0' && here <= '9') {
            return loose(at);
        }
        words.append(here);
        return at + 1;
    }

    private int brackets(int at) {
        endWords();
        int end = text.indexOf(text.charAt(at) == '[' ? ']' : ')', at);
        var inner = end < 0 ? "" : text.substring(at + 1, end);
        if (inner.isBlank() || inner.length() > 60) {
            tokens.add(new Gap("("));
            return at + 1;
        }
        tokens.add(new Gap("("));
        var inside = new LineScanner(inner, shelf, places);
        inside.named = behindGaps() instanceof Mention mention ? mention : null;
        tokens.addAll(Brackets.tokens(inner, inside.scan()));
        tokens.add(new Gap(")"));
        return end + 1;
    }

    private int loose(int at) {
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (isInName(at)) {
            words.append(text, at, end);
            return end;
        }
        endWords();
        tokens.add(new Loose(text.substring(at, end)));
        return end;
    }

    /** Mr.Right is one name. */
    private boolean isInitial(int at) {
        return text.charAt(at) == '.'
                && at + 1 < text.length()
                && Codes.isLatin(text.charAt(at + 1))
                && NICKNAME.matcher(words).find();
    }

    /** Lily88: the figures belong to the name, where they stand alone and nobody orders so many. */
    private boolean isInName(int at) {
        boolean behindWord = Codes.isLatin(at == 0 ? ' ' : text.charAt(at - 1))
                && NICKNAME.matcher(words).find();
        var figures = behindWord ? Amounts.looking(FIGURES, text, at) : null;
        return figures != null && tokens.stream().noneMatch(Token::isGoods);
    }

    private @Nullable Found token(int at) {
        if (GAPS.indexOf(text.charAt(at)) >= 0 || isInName(at) || isInitial(at)) {
            return null;
        }
        var aside = Asides.at(text, at, tokens);
        var named = aside == null ? longName(at) : aside;
        var same = named == null ? SameAs.at(text, at) : named;
        if (same != null) {
            return same;
        }
        boolean counting = mayCount(text.charAt(at));
        var place = counting ? place(at) : null;
        if (place != null) {
            return place;
        }
        var found = counting ? counted(at) : mention(at);
        return found != null ? found : spoken.at(at);
    }

    /** Whether a number or a time may begin here. */
    private static boolean mayCount(char here) {
        return !Character.isIdeographic(here) || COUNTING.indexOf(here) >= 0;
    }

    private @Nullable Found place(int at) {
        var price = Amounts.price(text, at);
        var moment = price == null ? Moments.at(text, at) : price;
        var phone = moment == null ? Places.phone(text, at) : moment;
        return phone == null ? places.door(text, at) : phone;
    }

    private @Nullable Found counted(int at) {
        var rough = Amounts.rough(text, at);
        var size = rough == null ? Amounts.size(text, at) : rough;
        var pieces = size == null ? pieces(at) : size;
        var code = pieces == null ? code(at) : pieces;
        var mention = code == null ? mention(at) : code;
        var floor = mention == null ? Asides.floor(text, at) : mention;
        var house = floor == null ? places.house(text, at) : floor;
        return house == null ? places.halfDoor(text, at) : house;
    }

    private @Nullable Found pieces(int at) {
        boolean behindEach = words.isEmpty()
                && !tokens.isEmpty()
                && tokens.getLast() instanceof Said(Word word)
                && (word == Word.EACH || word == Word.EVERY);
        var pieces = Amounts.pieces(text, at);
        if (pieces != null) {
            return pieces;
        }
        return behindEach ? Amounts.ofEach(text, at) : isBehindGoods() ? Amounts.alone(text, at) : null;
    }

    private boolean isBehindGoods() {
        return words.isEmpty()
                && behindGaps() instanceof Token last
                && (last instanceof Mention || last instanceof Size);
    }

    /** The last token that is no gap. */
    private @Nullable Token behindGaps() {
        int at = tokens.size() - 1;
        while (at >= 0 && tokens.get(at) instanceof Gap) {
            at--;
        }
        return at < 0 ? null : tokens.get(at);
    }

    /** A name with figures in it, such as 5斤红富士 or A2牛奶, goes before what its figures alone would say. */
    private @Nullable Found longName(int at) {
        char here = text.charAt(at);
        boolean figure = here < 128
                && Character.isLetterOrDigit(here)
                && (at == 0 || !Codes.isLatinOrDigit(text.charAt(at - 1)));
        return figure
                ? shelf.mention(text, at).map(found -> goods.mention(at, found)).orElse(null)
                : null;
    }

    private @Nullable Found code(int at) {
        var spec = spec(at);
        return spec != null ? spec : Codes.read(text, at, shelf, this::startsAmountOrChange);
    }

    private boolean startsAmountOrChange(int at) {
        return Amounts.starts(text, at)
                || at < text.length()
                        && (spoken.at(at) instanceof Found(Said(Word word), int end) && word.isChange()
                                || shelf.mention(text, at).isPresent());
    }

    /** What tells apart goods that were named right in front of it, also of brackets. */
    private @Nullable Found spec(int at) {
        var behind = tokens.isEmpty() ? named : behindGaps();
        return words.isEmpty() && behind instanceof Mention mention ? goods.spec(at, mention) : null;
    }

    private @Nullable Found mention(int at) {
        var one = goods.oneOf(at);
        var spec = one == null ? spec(at) : null;
        if (spec != null) {
            return spec;
        }
        return one != null ? new Found(new Pieces(1, text.substring(at, one)), one) : goods.mention(at);
    }

    private void endWords() {
        if (!words.isEmpty()) {
            tokens.add(new Text(words.toString()));
            words.setLength(0);
        }
    }
}
