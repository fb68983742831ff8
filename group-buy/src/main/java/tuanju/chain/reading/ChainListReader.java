package tuanju.chain.reading;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.ReadChainList.Why;
import tuanju.chain.reading.Sentence.Act;

/** Reads the text of a chat into orders and changes of one cycle, line after line. */
public final class ChainListReader {

    private static final int LONGEST_LINE = 400;
    private static final Pattern HEADER =
            Pattern.compile("^#?\\s?(?:接龙|群接龙|团购接龙)|^#.*接龙|^接龙", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXAMPLE =
            Pattern.compile("^\\(?\\s?(?:\\d{1,3}\\s?[.、)]\\s?)?(?:例|示例|举例|格式|样例|模板|范例|比如|如:)");
    private static final Pattern NOTICE = Pattern.compile("撤回了一条|加入了群|移出了群|邀请.*群聊|拍了拍|修改群名|收到红包|领取了");

    private final Context context;
    private final LineParser parser;
    private final Piles piles = new Piles();
    private final ChainBook book;
    private Guest speaker = Guest.NOBODY;
    private @Nullable Sentence doorstep;

    private ChainListReader(Context context) {
        var shelf = new Shelf(context.products());
        this.context = context;
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
        lines.forEach(reader::line);
        reader.leaveDoorstep();
        return reader.piles.sorted();
    }

    /** The lines of a text that are not blank, with their numbers in it. */
    public static List<ChainLine> lines(String text) {
        var written = text.lines().toList();
        return java.util.stream.IntStream.range(0, written.size())
                .filter(at -> !written.get(at).isBlank())
                .mapToObj(at -> new ChainLine(at + 1, written.get(at)))
                .toList();
    }

    /** A line in the plain characters that lines are compared by. */
    public static String plain(String written) {
        return PlainLine.of(written);
    }

    private void line(ChainLine line) {
        if (line.written().length() > LONGEST_LINE) {
            piles.unclear(line, Reason.TOO_LONG, Integer.toString(line.written().length()));
            return;
        }
        var text = PlainLine.of(line.written());
        var why = known(text);
        if (why != null) {
            piles.ignored(line, why);
            return;
        }
        sentence(parser.parse(line, text));
    }

    private static @Nullable Why known(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Why.CHATTER;
        }
        if (EXAMPLE.matcher(text).find()) {
            return Why.EXAMPLE;
        }
        if (HEADER.matcher(text).find()) {
            return Why.HEADER;
        }
        return NOTICE.matcher(text).find() ? Why.CHATTER : null;
    }

    private void sentence(Sentence said) {
        if (said.isNumbered()) {
            speaker = Guest.NOBODY;
        }
        if (said.goods().isEmpty()
                && said.goods().act() == Act.ORDER
                && said.faults().stream().noneMatch(Gist::isAboutGoods)) {
            withoutGoods(said);
            return;
        }
        var why = Gist.ofNoConcern(said, speaker);
        if (why == Why.CHATTER && Gist.mayStillOrder(said)) {
            piles.unclear(said.line(), Reason.UNSURE, "");
        } else if (why != null) {
            piles.ignored(said.line(), why);
        } else {
            order(said);
        }
    }

    /** A chat's header names who speaks; a name and a door alone may be for the line below. */
    private void withoutGoods(Sentence said) {
        if (said.isNumbered() && (said.guest().isNamed() || said.hasDoor())) {
            piles.unclear(said.line(), Reason.NO_QUANTITY, "");
        } else if (said.manner().paid() && said.guest().isNamed() && book.pays(said)) {
            leaveDoorstep();
        } else if (Gist.isHeader(said)) {
            leaveDoorstep();
            speaker = said.guest();
            piles.ignored(said.line(), said.manner().timed() ? Why.TIME : Why.HEADER);
        } else if (said.faults().isEmpty()
                && said.hasDoor()
                && Names.isNameLike(said.guest().name())
                && !said.manner().talk()) {
            leaveDoorstep();
            doorstep = said;
        } else {
            piles.ignored(said.line(), Why.CHATTER);
        }
    }

    private void leaveDoorstep() {
        if (doorstep != null) {
            piles.unclear(doorstep.line(), Reason.NO_QUANTITY, "");
            doorstep = null;
        }
    }

    private void order(Sentence said) {
        if (!said.faults().isEmpty()) {
            var fault = said.faults().getFirst();
            piles.unclear(said.line(), fault.reason(), fault.about());
            return;
        }
        var guest = who(said);
        if (!guest.isNamed()) {
            piles.unclear(said.line(), said.self() ? Reason.WHO_IS_ME : Reason.NO_NAME, "");
            return;
        }
        book.take(said, guest);
    }

    private Guest who(Sentence said) {
        if (said.guest().isNamed()) {
            return said.guest();
        }
        if (said.listNumber() != null && said.goods().act() != Act.ORDER) {
            return book.numbered(said.listNumber());
        }
        if (doorstep != null && !said.self()) {
            speaker = doorstep.guest();
            piles.ignored(doorstep.line(), Why.HEADER);
            doorstep = null;
        }
        var known = speaker.isNamed() ? speaker : said.self() ? Guest.NOBODY.called(context.self()) : Guest.NOBODY;
        return said.guest().or(known);
    }
}
