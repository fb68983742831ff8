package tuanju.household;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The letters with which the characters of a name begin as they are spoken: 曾小美 is zxm, and cxm to whoever reads it so. */
final class Initials {

    private static final Map<Character, String> LETTERS = letters();

    private Initials() {}

    /** Whether a name has these letters somewhere in a row. */
    static boolean fit(String name, String letters) {
        for (int from = 0; from + letters.length() <= name.length(); from++) {
            if (fitAt(name, from, letters)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fitAt(String name, int from, String letters) {
        for (int at = 0; at < letters.length(); at++) {
            if (of(name.charAt(from + at)).indexOf(letters.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** By what names are sorted: a letter for each character. */
    static String sortKey(String name) {
        var key = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at++) {
            var letters = of(name.charAt(at));
            key.append(letters.charAt(letters.length() - 1));
        }
        return key.toString();
    }

    private static String of(char character) {
        var known = LETTERS.get(character);
        return known == null ? String.valueOf(Character.toLowerCase(character)) : known;
    }

    private static Map<Character, String> letters() {
        var letters = new HashMap<Character, String>();
        text().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.toLowerCase(Locale.ROOT).split(" ", 2))
                .forEach(line ->
                        line[1].chars().forEach(character -> letters.merge((char) character, line[0], Initials::both)));
        return Map.copyOf(letters);
    }

    private static String both(String one, String other) {
        return one.contains(other) ? one : one + other;
    }

    private static String text() {
        try (var stream = Initials.class.getResourceAsStream("initials.txt")) {
            if (stream == null) {
                throw new IllegalStateException("initials.txt is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
