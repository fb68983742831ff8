package tuanju.chain.transfer;

import java.util.Locale;
import java.util.regex.Pattern;
import tuanju.chain.reading.ChainListReader;
import tuanju.chain.reading.Traditional;

/**
 * A name as two people may have written it: without pictures, spaces and doors, in simplified characters.
 *
 * @param plain what is compared
 * @param door the figures of a door that stands in it; empty without
 */
record PayerName(String plain, String door) {

    private static final Pattern DOOR =
            Pattern.compile("\\d{1,3}\\s*(?:号楼|[号栋幢棟座楼#—–-])\\s*" + "(?:\\d{1,2}\\s*(?:单元|[门—–-])\\s*)?\\d{3,4}\\s*室?");
    private static final int TELLING = 2;

    static PayerName of(String written) {
        var text = Traditional.simplified(ChainListReader.plain(written)).toLowerCase(Locale.ROOT);
        var door = DOOR.matcher(text);
        var figures = door.find() ? door.group().replaceAll("\\D", "") : "";
        var name = door.reset().replaceAll(" ").replaceAll("[^\\p{L}\\p{N}*]", "");
        return new PayerName(name, figures);
    }

    boolean isSame(PayerName other) {
        return !plain.isEmpty() && plain.equals(other.plain);
    }

    /** Whether one may be short for the other, or hidden behind stars. */
    boolean isLike(PayerName other) {
        return isSame(other) || isPartOf(other) || other.isPartOf(this) || hides(other) || other.hides(this);
    }

    private boolean isPartOf(PayerName other) {
        return plain.length() >= TELLING && other.plain.contains(plain);
    }

    private boolean hides(PayerName other) {
        boolean masked = plain.contains("*") && plain.length() == other.plain.length() && !plain.matches("\\**");
        for (int at = 0; masked && at < plain.length(); at++) {
            masked = plain.charAt(at) == '*' || plain.charAt(at) == other.plain.charAt(at);
        }
        return masked;
    }
}
