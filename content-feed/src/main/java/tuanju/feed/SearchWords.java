package tuanju.feed;

import java.text.Normalizer;
import tuanju.command.Invalid;

/** What somebody looks for. */
final class SearchWords {

    private static final int LONGEST = 60;

    private SearchWords() {}

    /** On a page: as much of it as is looked for. */
    static String shortened(String typed) {
        var words = plain(typed);
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }

    /** For programs: refuses with Invalid what is longer, and what holds neither letter nor digit. */
    static String read(String sent) {
        var words = plain(sent);
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw new Invalid("q", "text-too-long", LONGEST);
        }
        if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new Invalid("q", "search-words");
        }
        return words;
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", "")
                .strip();
    }
}
