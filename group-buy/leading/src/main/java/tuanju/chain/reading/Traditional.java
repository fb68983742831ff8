package tuanju.chain.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Traditional characters as the simplified ones that lists are compared in, one for one, so that a place in one text is the
 * same place in the other. The pairs are those of ICU's transliterator Traditional-Simplified within Big5.
 */
public final class Traditional {

    private static final char[] SIMPLIFIED = table();

    private Traditional() {}

    public static String simplified(String text) {
        char[] plain = text.toCharArray();
        for (int at = 0; at < plain.length; at++) {
            plain[at] = SIMPLIFIED[plain[at]];
        }
        return new String(plain);
    }

    /** The part of a text that reads as these simplified words, as it stands there. */
    static String asWritten(String simplified, String text) {
        int at = simplified(text).indexOf(simplified);
        return at < 0 ? simplified : text.substring(at, at + simplified.length());
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int character = 0; character < table.length; character++) {
            table[character] = (char) character;
        }
        var pairs = pairs();
        for (int at = 0; at + 1 < pairs.length(); at += 2) {
            table[pairs.charAt(at)] = pairs.charAt(at + 1);
        }
        return table;
    }

    private static String pairs() {
        try (var stream = Traditional.class.getResourceAsStream("traditional.txt")) {
            if (stream == null) {
                throw new IllegalStateException("traditional.txt is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
