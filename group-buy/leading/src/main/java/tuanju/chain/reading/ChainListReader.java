package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.ReadChainList.Why;
import tuanju.chain.reading.Sentence.Act;

/** Reads the text of a chat into orders and changes of one cycle, line after line. */
public final class ChainListReader {

    private static final int LONGEST_LINE = 400;
    private static final int PRICE_LIKE = 10;

    private final Context context;
    private final LineParser parser;
    private final Remains remains;
    private final Piles piles = new Piles();
    private final ChainBook book;
    private Guest speaker = Guest.NOBODY;
    private Set<ChainLine> menu = Set.of();
    private List<ChainItem> above = List.of();

    private ChainListReader(Context context) {
        var shelf = new Shelf(context.products());
        this.context = context;
        this.remains = new Remains(shelf);
        this.parser = new LineParser(shelf, new Places(context.neighbourhood()), context.withoutPlaces());
        this.book = new ChainBook(context.products(), context.known(), piles);
    }

    /**
     * What is known before a text is read.
     *
     * @param products in the order of the leader's list
     * @param self who 我 is where nobody else is speaking; empty when not said
     * @param known orders that came from earlier texts
     * @param withoutPlaces a line without what it says about where it is collected, which is read elsewhere
     */
    public record Context(
            List<ChainProduct> products,
            Neighbourhood neighbourhood,
            String self,
            List<KnownOrder> known,
            UnaryOperator<String> withoutPlaces) {

        /** Of orders that are all collected at one place. */
        public Context(List<ChainProduct> products, Neighbourhood neighbourhood, String self, List<KnownOrder> known) {
            this(products, neighbourhood, self, known, UnaryOperator.identity());
        }

        public Context {
            products = List.copyOf(products);
            known = List.copyOf(known);
            self = self.strip();
        }
    }

    /** Reads a text; the same text in the same context always reads the same. */
    public static ReadChainList read(String text, Context context) {
        return read(lines(text), context);
    }

    /** Reads lines that may have been put right by hand. */
    public static ReadChainList read(List<ChainLine> lines, Context context) {
        var reader = new ChainListReader(context);
        return reader.readAll(lines);
    }

    /** The lines of a text that are not blank, with their numbers; a line that holds a whole list counts as many. */
    public static List<ChainLine> lines(String text) {
        var lines = new ArrayList<ChainLine>();
        int number = 0;
        for (var written : text.lines().toList()) {
            for (var piece : OneLine.cut(written)) {
                number++;
                if (!piece.isBlank()) {
                    lines.add(new ChainLine(number, piece));
                }
            }
        }
        return List.copyOf(lines);
    }

    /** A line in the plain characters that lines are compared by. */
    public static String plain(String written) {
        return PlainLine.of(written);
    }

    private ReadChainList readAll(List<ChainLine> lines) {
        var readable = new ArrayList<ChainLine>();
        for (var line : lines) {
            if (line.written().length() > LONGEST_LINE) {
                piles.unclear(
                        line, Reason.TOO_LONG, Integer.toString(line.written().length()));
            } else {
                readable.add(line);
            }
        }
        var sentences = new Joiner(parser).join(readable);
        menu = Menu.in(sentences);
        sentences.forEach(this::sentence);
        var read = piles.sorted();
        var newest = WholeList.in(sentences, menu);
        var unread = read.unclear().stream().map(ReadChainList.Unclear::line).collect(Collectors.toSet());
        var names = sentences.stream()
                .filter(said -> unread.contains(said.line()))
                .map(said -> said.guest().key())
                .collect(Collectors.toSet());
        return newest.isNone() ? read : read.with(book.missing(newest, names));
    }

    private void sentence(Sentence said) {
        var why = Gist.known(said);
        if (why != null) {
            known(said, why);
            return;
        }
        if (said.isNumbered()) {
            speaker = Guest.NOBODY;
        }
        if (menu.contains(said.line())) {
            piles.ignored(said.line(), said.manner().priced() ? Why.PRICE : Why.MENU);
        } else if (said.same() != null) {
            same(said);
        } else if (said.goods().isEmpty()
                && said.goods().act() == Act.ORDER
                && said.faults().stream().noneMatch(Gist::isAboutGoods)) {
            withoutGoods(said);
        } else {
            withGoods(said);
        }
    }

    /** A heading may name what is sold, and no more; an example is nobody's, and what the chat says itself orders nothing. */
    private void known(Sentence said, Why why) {
        boolean holds = why == Why.SYSTEM ? !said.goods().items().isEmpty() : remains.isIn(said, why);
        if (why == Why.EXAMPLE || !holds) {
            piles.ignored(said.line(), why);
        } else if (said.manner().priced()) {
            piles.ignored(said.line(), Why.PRICE);
        } else {
            piles.unclear(said.line(), Reason.UNSURE, "");
        }
    }

    private void withGoods(Sentence said) {
        var why = Gist.ofNoConcern(said, speaker);
        if (why == null) {
            order(said);
        } else if (why == Why.CHATTER) {
            setAside(said, why);
        } else {
            piles.ignored(said.line(), why);
        }
    }

    private void setAside(Sentence said, Why why) {
        // whose payment that is has to be known
        var aside = said.manner().paid() ? null : Gist.aside(said, why);
        if (aside == null || aside == Why.CHATTER && remains.isIn(said, aside)) {
            piles.unclear(said.line(), Reason.UNSURE, "");
        } else {
            piles.ignored(said.line(), aside);
        }
    }

    /** A chat's header names who speaks; whatever else holds a part of an order is asked about. */
    private void withoutGoods(Sentence said) {
        if (Gist.isTitle(said) && !remains.isIn(said, Why.HEADER)) {
            piles.ignored(said.line(), Why.HEADER);
        } else if (said.isNumbered() && (said.guest().isNamed() || said.hasDoor())) {
            unclear(said, Reason.NO_QUANTITY, "");
        } else if (said.manner().paid() && book.pays(said, said.guest().isNamed() ? said.guest() : speaker)) {
            return;
        } else if (Gist.isHeader(said)) {
            speaker = said.guest();
            boolean named = speaker.isNamed() || said.hasDoor();
            piles.ignored(said.line(), named ? Why.SPEAKER : Why.TIME);
        } else {
            setAside(said, Why.CHATTER);
        }
    }

    /** The goods of another line, unless it could not be read or the line has goods of its own, too. */
    private void same(Sentence said) {
        Integer number = said.same();
        var items = number == null || number == 0 ? above : book.numberedItems(number);
        if (items.isEmpty() || !said.goods().isEmpty() || said.goods().act() != Act.ORDER) {
            unclear(said, Reason.UNSURE, "");
        } else {
            order(said.asking(items));
        }
    }

    private void order(Sentence said) {
        if (!said.faults().isEmpty()) {
            var fault = said.faults().getFirst();
            unclear(said, fault.reason(), fault.about());
            return;
        }
        if (mayBePrices(said)) {
            unclear(said, Reason.UNSURE, "");
            return;
        }
        var guest = who(said);
        if (!guest.isNamed()) {
            unclear(said, said.self() ? Reason.WHO_IS_ME : Reason.NO_NAME, "");
            return;
        }
        if (said.goods().act() == Act.ORDER) {
            above = said.goods().items();
        }
        book.take(said, guest);
    }

    /** 桂花糕18 大米59: in front of a list nobody orders so many of several things. */
    private boolean mayBePrices(Sentence said) {
        var items = said.goods().items();
        return !said.isNumbered()
                && !speaker.isNamed()
                && !said.hasDoor()
                && items.size() > 1
                && items.stream().allMatch(item -> item.quantity() >= PRICE_LIKE);
    }

    private void unclear(Sentence said, Reason reason, String about) {
        above = said.same() == null && said.isNumbered() ? List.of() : above;
        // whoever that is, it is not who spoke before
        speaker = said.manner().timed() ? Guest.NOBODY : speaker;
        piles.unclear(said.line(), reason, about);
    }

    private Guest who(Sentence said) {
        if (said.guest().isNamed()) {
            return said.guest();
        }
        if (said.listNumber() != null && said.goods().act() != Act.ORDER) {
            return book.numbered(said.listNumber());
        }
        var known = speaker.isNamed() ? speaker : said.self() ? Guest.NOBODY.called(context.self()) : Guest.NOBODY;
        return said.guest().or(known);
    }
}
