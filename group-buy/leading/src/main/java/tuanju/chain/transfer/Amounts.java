package tuanju.chain.transfer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/** Finds the one amount of a line. */
final class Amounts {

    private static final String FIGURE = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,7}(?:\\.\\d{1,2})?)";
    /** What says that it is money, from what says most to what says least. */
    private static final Pattern[] MARKED = {
        Pattern.compile("[¥￥]\\s?[+-]?" + FIGURE + "(?![\\d.])"),
        Pattern.compile("(?<![\\d.])(?<!\\d,)" + FIGURE + "\\s?(?:元|块钱?|yuan|rmb)(?!\\p{L})", Pattern.CASE_INSENSITIVE),
        Pattern.compile("(?<![\\d.\\p{L}])\\+\\s?" + FIGURE + "(?![\\d.])"),
        Pattern.compile("(?<![\\d.:-])(?<!\\d,)(\\d{1,7}\\.\\d{1,2})(?![\\d.:-])"),
        Pattern.compile("(?<![^\\s,;|])(\\d{1,7})(?![^\\s,;|])"),
    };

    private static final long MOST_FEN = 100_000_000;

    private Amounts() {}

    /**
     * @param amount null where there is none, or none that anybody pays
     * @param isOne false where the line may mean several
     */
    record Found(@Nullable Money amount, boolean isOne, String rest) {}

    static Found in(String text) {
        for (var marked : MARKED) {
            var found = marked.matcher(text);
            if (found.find()) {
                var amount = yuan(found.group(1));
                var rest = text.substring(0, found.start()) + " " + text.substring(found.end());
                return new Found(amount, !marked.matcher(rest).find(), rest);
            }
        }
        return new Found(null, true, text);
    }

    /** The amount that this whole text is; null where it is none. */
    static @Nullable Money yuan(Pattern whole, String text) {
        var found = whole.matcher(text.replace(",", "").strip());
        return found.matches() ? yuan(found.group(1)) : null;
    }

    private static @Nullable Money yuan(String figure) {
        var money = Money.ofYuan(figure.replace(",", ""));
        return money.isZero() || money.fen() > MOST_FEN ? null : money;
    }
}
