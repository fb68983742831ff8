package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.Sentence.Act;
import tuanju.chain.reading.Sentence.Fault;
import tuanju.chain.reading.Sentence.Manner;
import tuanju.chain.reading.Token.Moment;
import tuanju.chain.reading.Token.Pieces;
import tuanju.chain.reading.Token.Price;
import tuanju.chain.reading.Token.Said;
import tuanju.chain.reading.Token.Same;
import tuanju.chain.reading.Token.Text;

/** Makes a sentence of one line: who, what, how many, and everything that stays open. */
final class LineParser {

    private final Shelf shelf;
    private final Places places;

    /** A line without what it says about where it is collected. */
    private final UnaryOperator<String> withoutPlaces;

    LineParser(Shelf shelf, Places places, UnaryOperator<String> withoutPlaces) {
        this.shelf = shelf;
        this.places = places;
        this.withoutPlaces = withoutPlaces;
    }

    Sentence parse(ChainLine line, String plain) {
        var written = Codes.spelt(line.written(), shelf);
        var text = written.equals(line.written()) ? plain : PlainLine.of(written);
        var simplified = Traditional.simplified(written);
        var words = simplified.equals(written) ? text : PlainLine.of(simplified);
        var order = withoutPlaces.apply(words).strip();
        int sent = Moments.endOfStamp(order);
        var stamped = sent == 0 || order.isEmpty() ? null : ListNumber.of(order.substring(sent), shelf, places);
        boolean behindStamp = stamped != null && stamped.number() != null;
        var number = behindStamp && stamped != null ? stamped : numbered(order);
        var tokens = LineScanner.scan(order.substring(number.end() + (behindStamp ? sent : 0)), shelf, places);
        var faults = new ArrayList<Fault>();
        int act = actAt(tokens);
        var goods = goods(tokens, act, faults);
        var who = WhoReader.read(tokens, number.number() != null, faults);
        boolean refusing = goods.act() == Act.ORDER && said(tokens, Word.NOT);
        if (said(tokens, Word.UNSURE) || said(tokens, Word.GIFT) || refusing) {
            faults.addFirst(new Fault(Reason.UNSURE, ""));
        }
        var guest = who.guest().called(Traditional.asWritten(who.guest().name(), text));
        return new Sentence(
                line,
                text,
                words,
                number.number(),
                guest,
                who.self(),
                goods,
                same(tokens),
                manner(order, tokens, who),
                faults);
    }

    private ListNumber numbered(String order) {
        return order.isEmpty() ? ListNumber.NONE : ListNumber.of(order, shelf, places);
    }

    private static @Nullable Integer same(List<Token> tokens) {
        return tokens.stream()
                .filter(Same.class::isInstance)
                .map(token -> ((Same) token).number())
                .findFirst()
                .orElse(null);
    }

    /** Where the word stands that changes an order; behind pieces 加 only joins. */
    private static int actAt(List<Token> tokens) {
        boolean pieces = false;
        for (int at = 0; at < tokens.size(); at++) {
            var act = act(tokens.get(at));
            boolean wish = tokens.get(at).equals(new Said(Word.NOT)) && pieces;
            if (act != null && !(pieces && act == Act.ADD) && !wish) {
                return at;
            }
            pieces |= tokens.get(at) instanceof Pieces;
        }
        return -1;
    }

    private static @Nullable Act act(Token token) {
        return !(token instanceof Said(Word word))
                ? null
                : switch (word) {
                    case SET -> Act.SET;
                    case ADD -> Act.ADD;
                    case LESS -> Act.LESS;
                    case CANCEL, NOT -> Act.CANCEL;
                    case PAID, UNPAID, KEEP, EACH, EVERY, GIFT, UNSURE -> null;
                };
    }

    private Sentence.Goods goods(List<Token> tokens, int actAt, List<Fault> faults) {
        var act = actAt < 0 ? null : act(tokens.get(actAt));
        if (act == null || act == Act.CANCEL) {
            var spoken = act == null ? tokens : cancelled(tokens);
            var read = GoodsReader.read(spoken, shelf, faults);
            if (act == Act.CANCEL
                    && said(tokens, Word.NOT)
                    && read.items().isEmpty()
                    && read.bare().isEmpty()) {
                faults.add(new Fault(Reason.UNSURE, ""));
            }
            return of(act == null ? Act.ORDER : act, read, null, faults);
        }
        var before = GoodsReader.read(tokens.subList(0, actAt), shelf, new ArrayList<>());
        var after = GoodsReader.readChange(tokens.subList(actAt + 1, tokens.size()), shelf, faults);
        var spoken = new ArrayList<>(before.bare());
        before.items().forEach(item -> spoken.add(item.product()));
        if (spoken.size() > 1) {
            faults.add(new Fault(Reason.SEVERAL_PRODUCTS, Shelf.names(spoken)));
        }
        return of(act, after, spoken.isEmpty() ? null : spoken.getFirst(), faults);
    }

    /** What stays is not what is cancelled: 生蚝取消，只要三文鱼; and 全部 is no amount there. */
    private static List<Token> cancelled(List<Token> tokens) {
        int kept = tokens.indexOf(new Said(Word.KEEP));
        return (kept < 0 ? tokens : tokens.subList(0, kept))
                .stream().filter(token -> !token.equals(new Said(Word.EVERY))).toList();
    }

    /** A cycle of one product needs no name for it. */
    private Sentence.Goods of(Act act, GoodsReader.Goods read, @Nullable ChainProduct old, List<Fault> faults) {
        var only = shelf.only();
        boolean alone = read.items().isEmpty() && read.bare().isEmpty();
        if (alone && read.pieces() > 0 && only.isPresent()) {
            var item = new ChainItem(only.get(), read.pieces());
            return new Sentence.Goods(act, List.of(item), List.of(), 0, old);
        }
        if (act == Act.ORDER && !read.bare().isEmpty()) {
            faults.add(new Fault(Reason.NO_QUANTITY, Shelf.names(read.bare())));
        }
        if (act == Act.ORDER && alone && read.pieces() > 0) {
            faults.add(new Fault(Reason.NO_PRODUCT, ""));
        }
        return new Sentence.Goods(act, read.items(), read.bare(), read.pieces(), old);
    }

    /** A product inside other words may be one all the same: 吐司真香. */
    private boolean isSubstance(Token token) {
        return token.isSubstance()
                || token instanceof Text(String written)
                        && IntStream.range(0, written.length())
                                .anyMatch(at -> shelf.mention(written, at).isPresent());
    }

    private Manner manner(String text, List<Token> tokens, WhoReader.Who who) {
        boolean talk =
                tokens.stream().anyMatch(token -> token instanceof Text(String written) && Names.isTalk(written));
        return new Manner(
                said(tokens, Word.PAID) && !said(tokens, Word.UNPAID),
                tokens.stream().anyMatch(Price.class::isInstance),
                tokens.stream().anyMatch(Moment.class::isInstance),
                Names.isAsking(text),
                talk,
                tokens.stream().anyMatch(this::isSubstance),
                tokens.stream().anyMatch(Token::isNumber),
                who.note());
    }

    private static boolean said(List<Token> tokens, Word word) {
        return tokens.stream().anyMatch(token -> token instanceof Said(Word it) && it == word);
    }
}
