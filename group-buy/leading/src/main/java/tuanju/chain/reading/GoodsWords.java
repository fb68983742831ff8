package tuanju.chain.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.Mention;

/** Finds the words of a line that name goods, and leaves those to people that are a part of a name. */
final class GoodsWords {

    private static final String JOINING = "的和跟与及加要订来买拿也";
    private static final String WANTING = "来要拿订买带加";
    private static final Pattern UNIT = Pattern.compile(Amounts.UNIT);

    private final String text;
    private final Shelf shelf;
    private final SpokenWords spoken;

    /** What stands right in front and is no token. */
    private final StringBuilder words;

    GoodsWords(String text, Shelf shelf, SpokenWords spoken, StringBuilder words) {
        this.text = text;
        this.shelf = shelf;
        this.spoken = spoken;
        this.words = words;
    }

    @Nullable
    Found mention(int at) {
        var found = longest(at);
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

    Found mention(int at, Shelf.Found found) {
        int end = at + found.length();
        return new Found(new Mention(text.substring(at, end), found.candidates(), found.bySpec()), end);
    }

    /** M in T恤 M 2件: what tells apart goods that were just named. */
    @Nullable
    Found spec(int at, Mention named) {
        return shelf.specOf(named.candidates(), text, at)
                .map(found -> mention(at, found))
                .orElse(null);
    }

    /** Where 个 in 来个苹果 ends: one of what follows; null where it is no such unit. */
    @Nullable
    Integer oneOf(int at) {
        boolean wanted = !words.isEmpty() && WANTING.indexOf(words.charAt(words.length() - 1)) >= 0;
        var unit = wanted ? Amounts.looking(UNIT, text, at) : null;
        return unit != null && unit.end() < text.length() && longest(unit.end()).isPresent() ? unit.end() : null;
    }

    /** A name, or what tells goods of one name apart, whichever is longer. */
    private Optional<Shelf.Found> longest(int at) {
        var named = shelf.mention(text, at);
        var spec = shelf.spec(text, at);
        boolean longer = spec.isPresent()
                && (named.isEmpty() || spec.get().length() > named.get().length());
        return longer ? spec : named;
    }

    /** 少放皮蛋 is a wish about the goods, not the goods. */
    private boolean isWishedFor() {
        return !words.isEmpty() && words.charAt(words.length() - 1) == '放';
    }

    /** 苹果 in 苹果妈妈 is a part of somebody's name. */
    private boolean isInsideName(int at, Shelf.Found found) {
        int end = at + found.length();
        boolean thing = end < text.length() && Names.isThing(text.charAt(end)) && Amounts.starts(text, end + 1);
        return words.isEmpty()
                && end < text.length()
                && Names.goesOn(text, end)
                && !thing
                && !isToken(end)
                && Amounts.alone(text, end) == null;
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
                || Amounts.size(text, at) != null
                || Asides.isCourtesy(text, at)
                || longest(at).isPresent()
                || spoken.at(at) != null
                || shelf.character(text, at).isPresent() && isBoundary(at + 1);
    }

    /** Whether a single character here would stand for itself and not end a name. */
    private boolean isFree() {
        return words.isEmpty() || JOINING.indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private boolean isBoundary(int at) {
        return at >= text.length()
                || LineScanner.GAPS.indexOf(text.charAt(at)) >= 0
                || text.charAt(at) == ')'
                || LineScanner.OPENING.indexOf(text.charAt(at)) >= 0
                || JOINING.indexOf(text.charAt(at)) >= 0
                || Amounts.starts(text, at)
                || Amounts.alone(text, at) != null
                || spoken.at(at) != null;
    }
}
