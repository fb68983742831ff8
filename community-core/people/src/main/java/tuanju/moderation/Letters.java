package tuanju.moderation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as it reads, without what only makes it look different: width, case, accents, blanks, signs and invisible characters. */
record Letters(String words, String run) {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Letters of(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var words = BETWEEN.matcher(plain).replaceAll(" ").strip();
        return new Letters(" " + words + " ", words.replace(" ", ""));
    }

    /** Whether this word stands in it: a word of letters by itself (no "admin" in "badminton"), one of characters anywhere. */
    boolean hold(Letters word) {
        boolean ofLetters = word.run().chars().allMatch(it -> it < 0x250);
        return ofLetters ? words.contains(word.words()) : run.contains(word.run());
    }
}
