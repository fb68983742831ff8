package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.Gap;
import tuanju.chain.reading.Token.Loose;
import tuanju.chain.reading.Token.Mention;
import tuanju.chain.reading.Token.Note;
import tuanju.chain.reading.Token.Said;
import tuanju.chain.reading.Token.Text;

/** Cuts a line in plain characters into tokens, from left to right, never looking at a character more than a few times. */
final class LineScanner {

    private static final String GAPS = " ,;:!?。、.|/\\-&'\"“”‘’…~^_=·•<>";
    private static final String OPENING = "([（";
    private static final String COUNTING = "一二两俩三四五六七八九十半今明后昨前周星凌早上中下傍晚";
    private static final String JOINING = "的和跟与及加要订来买拿也";

    private final String text;
    private final Shelf shelf;
    private final Places places;
    private final List<Token> tokens = new ArrayList<>();
    private final SpokenWords spoken;
    private final StringBuilder words = new StringBuilder();

    private LineScanner(String text, Shelf shelf, Places places) {
        this.text = text;
        this.shelf = shelf;
        this.places = places;
        this.spoken = new SpokenWords(text, shelf, places);
    }

    static List<Token> scan(String text, Shelf shelf, Places places) {
        var scanner = new LineScanner(text, shelf, places);
        for (int at = 0; at < text.length(); ) {
            at = scanner.step(at);
        }
        scanner.endWords();
        return List.copyOf(scanner.tokens);
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
        if (GAPS.indexOf(here) >= 0 || here == ')' || here == ']') {
            endWords();
            tokens.add(new Gap());
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
            tokens.add(new Gap());
            return at + 1;
        }
        var pieces = scan(inner, shelf, places);
        boolean speaks = pieces.stream().allMatch(LineScanner::isPlainFact);
        tokens.add(new Gap());
        tokens.addAll(speaks ? pieces : List.of(new Note(inner.strip())));
        tokens.add(new Gap());
        return end + 1;
    }

    private static boolean isPlainFact(Token token) {
        return !(token instanceof Text || token instanceof Note || token instanceof Loose);
    }

    private int loose(int at) {
        endWords();
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        tokens.add(new Loose(text.substring(at, end)));
        return end;
    }

    private @Nullable Found token(int at) {
        if (GAPS.indexOf(text.charAt(at)) >= 0) {
            return null;
        }
        var aside = Asides.at(text, at, tokens);
        var named = aside == null ? longName(at) : aside;
        if (named != null) {
            return named;
        }
        var place = mayCount(text.charAt(at)) ? place(at) : null;
        if (place != null) {
            return place;
        }
        var goods = mayCount(text.charAt(at)) ? goods(at) : mention(at);
        return goods != null ? goods : spoken.at(at);
    }

    /** Whether a number or a time may begin here. */
    private static boolean mayCount(char here) {
        return !Character.isIdeographic(here) || COUNTING.indexOf(here) >= 0;
    }

    private @Nullable Found place(int at) {
        var price = Amounts.price(text, at);
        var moment = price == null ? Places.moment(text, at) : price;
        var phone = moment == null ? Places.phone(text, at) : moment;
        return phone == null ? places.door(text, at) : phone;
    }

    private @Nullable Found goods(int at) {
        var size = Amounts.size(text, at);
        var pieces = size == null ? pieces(at) : size;
        var code = pieces == null ? code(at) : pieces;
        var mention = code == null ? mention(at) : code;
        var floor = mention == null ? Asides.floor(text, at) : mention;
        var house = floor == null ? places.house(text, at) : floor;
        return house == null ? places.halfDoor(text, at) : house;
    }

    private @Nullable Found pieces(int at) {
        boolean behindEach = !tokens.isEmpty()
                && words.isEmpty()
                && tokens.getLast() instanceof Said(Word word)
                && (word == Word.EACH || word == Word.EVERY);
        var pieces = Amounts.pieces(text, at);
        return pieces == null && behindEach ? Amounts.ofEach(text, at) : pieces;
    }

    /** A name with figures in it, such as 5斤红富士 or A2牛奶, goes before what its figures alone would say. */
    private @Nullable Found longName(int at) {
        char here = text.charAt(at);
        boolean figure = here < 128
                && Character.isLetterOrDigit(here)
                && (at == 0 || !Codes.isLatinOrDigit(text.charAt(at - 1)));
        return figure ? shelf.mention(text, at).map(found -> mention(at, found)).orElse(null) : null;
    }

    private @Nullable Found code(int at) {
        return Codes.read(text, at, shelf, this::startsAmountOrChange);
    }

    private boolean startsAmountOrChange(int at) {
        return Amounts.starts(text, at)
                || at < text.length()
                        && (spoken.at(at) instanceof Found(Said(Word word), int end) && word.isChange()
                                || shelf.mention(text, at).isPresent());
    }

    private @Nullable Found mention(int at) {
        var found = shelf.mention(text, at);
        if (isWishedFor()) {
            return null;
        }
        if (found.isPresent() && !isInsideName(at, found.get())) {
            return mention(at, goesOnByOne(at, found.get()));
        }
        if (found.isPresent() || !isFree()) {
            return null;
        }
        boolean called = at + 1 < text.length() && text.charAt(at + 1) == '子' && isBoundary(at + 2);
        if (called && shelf.character(text, at).isPresent()) {
            return mention(at, shelf.character(text, at).get().withLength(2));
        }
        var alone = isBoundary(at + 1) ? shelf.character(text, at) : Optional.<Shelf.Found>empty();
        return alone.or(() -> shelf.shortened(text, at, it -> Amounts.starts(text, it)))
                .map(one -> mention(at, one))
                .orElse(null);
    }

    private Found mention(int at, Shelf.Found found) {
        int end = at + found.length();
        return new Found(new Mention(text.substring(at, end), found.candidates()), end);
    }

    /** 少放皮蛋 is a wish about the goods, not the goods. */
    private boolean isWishedFor() {
        return !words.isEmpty() && words.charAt(words.length() - 1) == '放';
    }

    /** 苹果 in 苹果妈妈 is a part of somebody's name. */
    private boolean isInsideName(int at, Shelf.Found found) {
        int end = at + found.length();
        boolean thing = end < text.length() && Names.isThing(text.charAt(end)) && Amounts.starts(text, end + 1);
        return words.isEmpty() && end < text.length() && Names.goesOn(text, end) && !thing && !isToken(end);
    }

    /** 小笼 in 小笼包2笼: what the thing is follows its name. */
    private Shelf.Found goesOnByOne(int at, Shelf.Found found) {
        int end = at + found.length();
        boolean more = end < text.length()
                && Names.isThing(text.charAt(end))
                && !isToken(end)
                && Amounts.starts(text, end + 1);
        return more ? found.withLength(found.length() + 1) : found;
    }

    private boolean isToken(int at) {
        return Amounts.pieces(text, at) != null
                || shelf.mention(text, at).isPresent()
                || spoken.at(at) != null
                || shelf.character(text, at).isPresent() && isBoundary(at + 1);
    }

    /** Whether a single character here would stand for itself and not end a name. */
    private boolean isFree() {
        return words.isEmpty() || JOINING.indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private boolean isBoundary(int at) {
        return at >= text.length()
                || GAPS.indexOf(text.charAt(at)) >= 0
                || text.charAt(at) == ')'
                || OPENING.indexOf(text.charAt(at)) >= 0
                || JOINING.indexOf(text.charAt(at)) >= 0
                || Amounts.starts(text, at)
                || spoken.at(at) != null;
    }

    private void endWords() {
        if (!words.isEmpty()) {
            tokens.add(new Text(words.toString()));
            words.setLength(0);
        }
    }
}
