package tuanju.moderation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it reads, without what only makes it look different: width, case, accents, blanks, signs, invisible characters, letters
 * of other scripts that look like Latin ones, and letters set apart.
 */
record Letters(String words, String run) {

    private static final String ALIKE = "аеорсухіјѕԁɡһтмнквзαεοριυτκνβꞵⅼ";
    private static final String LATIN = "aeopcyxijsdghtmhkb3aeopiutkvbbl";
    private static final Pattern APART = Pattern.compile("(?<= [a-z0-9]) (?=[a-z0-9] )");

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Letters of(String text) {
        var words = " " + BETWEEN.matcher(plain(text)).replaceAll(" ").strip() + " ";
        return new Letters(APART.matcher(words).replaceAll(""), words.replace(" ", ""));
    }

    /** The same with its blanks and signs. */
    static String plain(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var latin = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            int alike = ALIKE.indexOf(plain.charAt(i));
            latin.append(alike < 0 ? plain.charAt(i) : LATIN.charAt(alike));
        }
        return latin.toString();
    }

    /** Whether this word stands in it: a word of letters by itself (no "admin" in "badminton"), one of characters anywhere. */
    boolean hold(Letters word) {
        boolean ofLetters = word.run().chars().allMatch(it -> it < 0x250);
        return ofLetters ? words.contains(word.words()) : run.contains(word.run());
    }
}
