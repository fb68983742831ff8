package tuanju.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tuanju.command.Invalid;

/** What somebody looks for, as they typed it, and its words: runs of Chinese characters and runs of letters and digits. */
final class SearchWords {

    static final int LONGEST = 60;

    private static final int MOST = 8;
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+|[\\u3400-\\u9FFF]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");

    private SearchWords() {}

    /** On a page: as much of it as is looked for. */
    static String shortened(String typed) {
        var words = plain(typed);
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }

    /** For programs: refuses with Invalid what is longer, and what holds no word. */
    static String read(String sent) {
        var words = plain(sent);
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw new Invalid("q", "text-too-long", LONGEST);
        }
        if (of(words).isEmpty()) {
            throw new Invalid("q", "search-words");
        }
        return words;
    }

    /** The first eight words, in lower case; empty where there is nothing to look for. */
    static List<String> of(String typed) {
        return WORD.matcher(plain(typed).toLowerCase(Locale.ROOT))
                .results()
                .map(it -> it.group())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String plain(String typed) {
        return UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
    }
}
