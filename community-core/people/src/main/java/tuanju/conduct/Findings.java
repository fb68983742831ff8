package tuanju.conduct;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.moderation.Moderation;
import tuanju.page.BaseAddress;

/** What a rule finds in words by itself; it hides nothing, somebody looks. */
@Component
@RequiredArgsConstructor
class Findings {

    /** So short a text is said by many. */
    private static final int TELLING = 16;

    private static final Pattern PHONE = Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[^\\p{L}0-9\\n]{1,3}(?=[0-9])");
    private static final Pattern CONTACT = Pattern.compile(
            "(?:加|\\+)我?(?:微信?|薇信?|威信|v信?|vx|wx|qq|扣扣)" + "|(?:微信|薇信|威信|vx|wx|qq)号?[:：]?[a-z0-9_-]{5,}");
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)[^\\s)\\]]{3,}"
            + "|(?<![\\p{L}0-9@.-])[a-z0-9-]{2,}(?:\\.[a-z0-9-]+)*"
            + "\\.(?:com|cn|net|org|top|xyz|vip|shop|cc|io)(?![\\p{L}0-9-])\\S*");
    private static final String NUMERALS = "零一二三四五六七八九";

    private final BaseAddress base;

    /** Which rule found something. */
    enum Rule {
        PHONE(2),
        CONTACT(2),
        LINK(1),
        DUPLICATE(1),
        BURST(2),
        FIRST(1);

        private final int severity;

        Rule(int severity) {
            this.severity = severity;
        }

        int severity() {
            return severity;
        }
    }

    /** What was found by which rule. */
    record Finding(Rule rule, String found) {}

    /** In the words alone, however they are spelt. */
    List<Finding> in(String words) {
        var found = new ArrayList<Finding>();
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        first(found, Rule.PHONE, PHONE, digits(Moderation.plain(plain)));
        first(found, Rule.CONTACT, CONTACT, Moderation.plain(plain).replace(" ", ""));
        var own = base.of("/").toLowerCase(Locale.ROOT);
        first(found, Rule.LINK, LINK, plain.replace(own, " "));
        return found;
    }

    /** The same for words that only look different; null where they are too few to be told from others. */
    static @Nullable Long print(String words) {
        var run = Moderation.run(words);
        return run.length() < TELLING ? null : hash(run);
    }

    /** FNV-1a over 64 bits, the same on every machine. */
    private static long hash(String run) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < run.length(); i++) {
            hash = (hash ^ run.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static void first(List<Finding> found, Rule rule, Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (match.find()) {
            found.add(new Finding(rule, match.group()));
        }
    }

    /** Numbers as digits, however they are written and whatever stands between them. */
    private static String digits(String plain) {
        var digits = new StringBuilder();
        plain.codePoints().forEach(it -> {
            int numeral = NUMERALS.indexOf(it);
            if (it == '〇' || it == 'o' && !digits.isEmpty() && Character.isDigit(digits.charAt(digits.length() - 1))) {
                digits.append('0');
            } else if (it == '幺') {
                digits.append('1');
            } else if (numeral >= 0) {
                digits.append(numeral);
            } else {
                digits.appendCodePoint(it);
            }
        });
        return BETWEEN_DIGITS.matcher(digits).replaceAll("");
    }
}
