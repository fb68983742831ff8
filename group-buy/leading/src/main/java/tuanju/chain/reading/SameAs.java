package tuanju.chain.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.Same;

/** Reads 同上 and 和2号一样: the goods of another line of the list. */
final class SameAs {

    private static final Pattern ABOVE = Pattern.compile(
            "(?:[同和跟与]|我?也?[跟和])(?:楼上|上面|上一?[个位条]|前面?的?|前一?[个位])(?:的|那?[个位])?\\s?(?:一样|相同|同款)的?|同(?:上|楼上|前)|[一同]上同");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:同|[和跟与](?=\\s?第?\\d{1,3}\\s?[号楼]?\\s?的?(?:一样|相同)))\\s?第?(?<number>\\d{1,3})\\s?[号楼]?(?:的?(?:一样|相同))?(?![\\d\\-])");

    private SameAs() {}

    static @Nullable Found at(String text, int at) {
        if ("同和跟与我也一".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        var above = Amounts.looking(ABOVE, text, at);
        if (above != null) {
            return new Found(new Same(0), above.end());
        }
        var numbered = Amounts.looking(NUMBERED, text, at);
        return numbered == null
                ? null
                : new Found(new Same(Integer.parseInt(numbered.group("number"))), numbered.end());
    }
}
