package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.Sentence.Fault;
import tuanju.chain.reading.Token.Loose;
import tuanju.chain.reading.Token.Mention;
import tuanju.chain.reading.Token.Odd;
import tuanju.chain.reading.Token.Pieces;
import tuanju.chain.reading.Token.Said;
import tuanju.chain.reading.Token.Size;

/** Pairs products with their pieces, whichever comes first. */
final class GoodsReader {

    static final int MOST_PIECES = 999;
    private static final int MOST_BARE = 99;

    private final Shelf shelf;
    private final List<Fault> faults;
    private final Map<ChainProduct, Integer> items = new LinkedHashMap<>();
    private final List<Mention> waiting = new ArrayList<>();
    private @Nullable Pieces early;
    private boolean each;
    private boolean beside;
    private boolean changing;
    private boolean whole;
    private String rough = "";

    private GoodsReader(Shelf shelf, List<Fault> faults) {
        this.shelf = shelf;
        this.faults = faults;
    }

    /**
     * What was read.
     *
     * @param bare products that got no pieces
     * @param pieces that got no product; 0 without
     */
    record Goods(List<ChainItem> items, List<ChainProduct> bare, int pieces) {}

    static Goods read(List<Token> tokens, Shelf shelf, List<Fault> faults) {
        var reader = new GoodsReader(shelf, faults);
        Variants.joined(tokens).forEach(reader::next);
        return reader.end();
    }

    /** Behind a word of change a bare number counts pieces, too: 改成3. */
    static Goods readChange(List<Token> tokens, Shelf shelf, List<Fault> faults) {
        var reader = new GoodsReader(shelf, faults);
        reader.beside = true;
        reader.changing = true;
        Variants.joined(tokens).forEach(reader::next);
        return reader.end();
    }

    private void next(Token token) {
        switch (token) {
            case Mention mention -> mention(mention);
            case Size size -> size(size);
            case Token.Rough about -> rough = about.written();
            case Pieces pieces -> pieces(pieces);
            case Odd odd -> faults.add(new Fault(Reason.ODD_QUANTITY, odd.written()));
            case Loose loose -> loose(loose);
            case Said said when said.word() == Word.EACH || said.word() == Word.EVERY -> each = true;
            default -> {}
        }
        beside = token instanceof Mention || token instanceof Size || token instanceof Token.Gap && beside;
    }

    private void mention(Mention mention) {
        if (mention.candidates().isEmpty()) {
            faults.add(new Fault(Reason.UNKNOWN_PRODUCT, mention.written()));
            return;
        }
        if (whole && early == null && waiting.size() == 1) {
            take(waiting.removeFirst(), new Pieces(1, ""));
            whole = false;
        }
        boolean again = !waiting.isEmpty() && waiting.getLast().candidates().equals(mention.candidates());
        if (again && mention.candidates().size() == 1) {
            return;
        }
        if (early == null) {
            waiting.add(mention);
        } else {
            var pieces = early;
            early = null;
            take(mention, pieces);
        }
    }

    /** A size tells apart products of one name, or names one alone. */
    private void size(Size size) {
        whole |= size.whole();
        if (waiting.isEmpty()) {
            var named = Shelf.ofSize(shelf.products(), size.text());
            if (!named.isEmpty() && items.isEmpty()) {
                waiting.add(new Mention(size.text(), named));
            }
            return;
        }
        var last = waiting.removeLast();
        var fitting = Shelf.ofSize(last.candidates(), size.text());
        if (fitting.isEmpty()) {
            faults.add(new Fault(Reason.UNKNOWN_PRODUCT, last.written() + " " + size.text()));
        } else {
            waiting.add(new Mention(last.written(), fitting));
        }
    }

    private void pieces(Pieces pieces) {
        whole = false;
        if (repeatsSize(pieces)) {
            size(new Size(pieces.count() + pieces.unit()));
        } else if (each) {
            each(pieces);
        } else if (waiting.size() == 1) {
            take(waiting.removeFirst(), pieces);
        } else if (waiting.size() > 1) {
            faults.add(new Fault(Reason.NO_QUANTITY, waiting.getFirst().written()));
        } else if (early != null) {
            faults.add(new Fault(Reason.LOOSE_NUMBER, pieces.count() + pieces.unit()));
        } else {
            early = pieces;
        }
    }

    /** 30枚 in 鸡蛋30枚1份 is the size of the box. */
    private boolean repeatsSize(Pieces pieces) {
        return waiting.size() == 1
                && pieces.count() > 1
                && !pieces.unit().isEmpty()
                && !Shelf.ofSize(waiting.getFirst().candidates(), pieces.count() + pieces.unit())
                        .isEmpty();
    }

    private void each(Pieces pieces) {
        each = false;
        if (waiting.isEmpty() && items.isEmpty() && shelf.products().size() > 1) {
            shelf.products().forEach(product -> take(new Mention(product.name(), List.of(product)), pieces));
        } else if (waiting.isEmpty()) {
            early = pieces;
        }
        waiting.forEach(mention -> take(mention, pieces));
        waiting.clear();
    }

    /** A bare number counts pieces only right beside a product. */
    private void loose(Loose loose) {
        boolean small = loose.digits().length() <= 2 && !loose.digits().startsWith("0");
        if (small
                && (each || beside && (waiting.size() == 1 || changing && early == null))
                && Integer.parseInt(loose.digits()) <= MOST_BARE) {
            pieces(new Pieces(Integer.parseInt(loose.digits()), ""));
        } else {
            faults.add(new Fault(Reason.LOOSE_NUMBER, loose.digits()));
        }
    }

    private void take(Mention mention, Pieces pieces) {
        var candidates = mention.candidates();
        var fitting = candidates.size() > 1 ? inUnit(candidates, pieces) : candidates;
        if (fitting.size() > 1) {
            faults.add(new Fault(Reason.SEVERAL_PRODUCTS, mention.written() + ": " + Shelf.names(fitting)));
            return;
        }
        var product = fitting.getFirst();
        check(product, pieces);
        if (items.putIfAbsent(product, pieces.count()) != null) {
            faults.add(new Fault(Reason.PRODUCT_TWICE, product.name()));
        }
    }

    /** 鸡蛋30枚一盒 is one box; a weight that nothing was counted beside may be the order itself. */
    private void endOfWhole() {
        if (whole && waiting.size() == 1 && early == null) {
            take(waiting.removeFirst(), new Pieces(1, ""));
        }
        if (!rough.isEmpty() && items.isEmpty() && early == null) {
            faults.add(new Fault(Reason.BY_WEIGHT, rough));
        }
    }

    /** 2箱苹果 means the apples sold by the box, where only one kind is. */
    private static List<ChainProduct> inUnit(List<ChainProduct> candidates, Pieces pieces) {
        var sold = pieces.unit().isEmpty() || pieces.unit().equals("份")
                ? List.<ChainProduct>of()
                : candidates.stream()
                        .filter(product -> Weights.isSoldBy(product, pieces.unit()))
                        .toList();
        return sold.size() == 1 ? sold : candidates;
    }

    private void check(ChainProduct product, Pieces pieces) {
        if (pieces.count() < 1 || pieces.count() > MOST_PIECES) {
            faults.add(new Fault(Reason.ODD_QUANTITY, pieces.count() + pieces.unit()));
        }
        boolean dozen = pieces.unit().equals("打") && !Weights.isSoldBy(product, "打");
        if (dozen || Weights.isDoubtful(product, pieces)) {
            faults.add(new Fault(Reason.BY_WEIGHT, pieces.count() + pieces.unit()));
        }
    }

    private Goods end() {
        endOfWhole();
        if (each && items.isEmpty() && waiting.isEmpty()) {
            faults.add(new Fault(Reason.NO_QUANTITY, ""));
        }
        int pieces = early == null ? 0 : early.count();
        if (early != null && !items.isEmpty()) {
            faults.add(new Fault(Reason.LOOSE_NUMBER, early.count() + early.unit()));
        }
        if (early != null && items.isEmpty() && waiting.isEmpty()) {
            shelf.only().ifPresent(product -> check(product, new Pieces(pieces, early == null ? "" : early.unit())));
        }
        var bare = waiting.stream()
                .map(Mention::candidates)
                .flatMap(List::stream)
                .distinct()
                .toList();
        var taken = items.entrySet().stream()
                .map(entry -> new ChainItem(entry.getKey(), entry.getValue()))
                .toList();
        return new Goods(taken, bare, pieces);
    }
}
