package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tuanju.chain.reading.Token.Loose;
import tuanju.chain.reading.Token.Mention;
import tuanju.chain.reading.Token.Moment;
import tuanju.chain.reading.Token.Note;
import tuanju.chain.reading.Token.Phone;
import tuanju.chain.reading.Token.Pieces;
import tuanju.chain.reading.Token.Said;
import tuanju.chain.reading.Token.Text;

/** Decides what brackets say: pieces of the order, a wish or condition to be kept as a note, or more goods to ask about. */
final class Brackets {

    private static final Pattern CONDITION =
            Pattern.compile("如果|要是|若|的话|没有|没货|缺货|不够|有货|有的|有[大小多]|换成?|不然|否则|优先|尽量|最好|不要|别");

    private static final Pattern MORE = Pattern.compile("另外|再|还要|加上|外加");

    private Brackets() {}

    static List<Token> tokens(String inner, List<Token> pieces) {
        if (CONDITION.matcher(inner).find()) {
            return List.of(new Note(inner.strip()));
        }
        boolean dated = pieces.stream().anyMatch(Moment.class::isInstance)
                && pieces.stream().anyMatch(Mention.class::isInstance);
        if (!dated && pieces.stream().allMatch(Brackets::isPlainFact)) {
            return pieces;
        }
        var kept = new ArrayList<Token>();
        pieces.stream().filter(Brackets::isPlainAside).forEach(kept::add);
        kept.add(new Note(inner.strip()));
        if (isMoreGoods(pieces)) {
            kept.add(new Said(Word.UNSURE));
        }
        return kept;
    }

    private static boolean isPlainFact(Token token) {
        return !(token instanceof Text || token instanceof Note || token instanceof Loose);
    }

    private static boolean isPlainAside(Token token) {
        return token instanceof Phone || token.equals(new Said(Word.PAID)) || token.equals(new Said(Word.UNPAID));
    }

    private static boolean isMoreGoods(List<Token> pieces) {
        boolean goods = pieces.stream()
                .anyMatch(token -> token instanceof Mention
                        || token instanceof Text(String written)
                                && MORE.matcher(written).find());
        return goods && pieces.stream().anyMatch(token -> token instanceof Pieces || token instanceof Loose);
    }
}
