package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Sentence.Act;

/** Makes one sentence of an entry that goes on over several lines: a name, then goods, a door, 已付 below it. */
final class Joiner {

    private static final int LONGEST_ENTRY = 400;

    private final LineParser parser;
    private final List<Sentence> sentences = new ArrayList<>();
    private @Nullable Sentence open;
    private boolean chat;

    Joiner(LineParser parser) {
        this.parser = parser;
    }

    List<Sentence> join(List<ChainLine> lines) {
        for (var line : lines) {
            next(parser.parse(line, PlainLine.of(line.written())));
        }
        close();
        return sentences;
    }

    private void next(Sentence said) {
        var before = open;
        var joined = before != null && isFurther(before, said) ? joined(before, said) : null;
        if (joined != null) {
            open = joined;
            return;
        }
        close();
        chat = said.isNumbered() ? false : chat || Gist.isHeader(said);
        open = mayGoOn(said) ? said : null;
        if (open == null) {
            sentences.add(said);
        }
    }

    private void close() {
        if (open != null) {
            sentences.add(open);
            open = null;
        }
    }

    private @Nullable Sentence joined(Sentence before, Sentence said) {
        var line = before.line().and(said.line());
        return line.written().length() > LONGEST_ENTRY ? null : parser.parse(line, PlainLine.of(line.written()));
    }

    /** An entry of a list, or a name with or without a door where nobody else is speaking. */
    private boolean mayGoOn(Sentence said) {
        if (Gist.known(said) != null || said.goods().act() != Act.ORDER || said.same() != null) {
            return false;
        }
        boolean named = said.guest().isNamed() || said.hasDoor();
        if (said.isNumbered()) {
            return named;
        }
        return !chat
                && said.goods().isEmpty()
                && said.faults().isEmpty()
                && said.guest().isNamed()
                && said.manner().note().isEmpty()
                && isName(said);
    }

    private static boolean isName(Sentence said) {
        var name = said.guest().name();
        boolean quiet = !said.manner().timed()
                && !said.manner().paid()
                && !said.manner().talk()
                && !said.self();
        return quiet && Names.isNameLike(name) && !Names.isInterjection(name) && !Gist.isTitle(said);
    }

    /** A line without a name of its own: goods, or what else belongs to an order. */
    private static boolean isFurther(Sentence before, Sentence said) {
        var manner = said.manner();
        if (said.isNumbered()
                || said.guest().isNamed()
                || said.self()
                || said.goods().act() != Act.ORDER
                || manner.talk()
                || manner.asking()
                || manner.timed() && said.goods().isEmpty()
                || Gist.known(said) != null) {
            return false;
        }
        boolean reached = said.hasDoor() || !said.guest().phone().isEmpty();
        boolean full = !before.goods().isEmpty();
        boolean going = before.line().last() > before.line().number();
        boolean goods = !said.goods().isEmpty() || said.faults().stream().anyMatch(Gist::isAboutGoods);
        return full
                ? before.isNumbered() && (going || !reached) && (goods || manner.paid() || isNote(said))
                : goods || reached || isNote(said);
    }

    private static boolean isNote(Sentence said) {
        return !said.manner().note().isEmpty() && said.words().startsWith("(");
    }
}
