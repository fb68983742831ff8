package tuanju.address;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The order in which people look for doors: 3 before 27 before 101, 12 before 12A, 1002 before 别墅, and no number last.
 */
public final class NaturalOrder implements Comparator<String> {

    public static final NaturalOrder OF_DOORS = new NaturalOrder();

    /** Between a digit and something else: 12A is 12 and A. */
    private static final Pattern SEAM = Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        var parts = SEAM.split(one);
        var others = SEAM.split(other);
        for (int i = 0; i < Math.min(parts.length, others.length); i++) {
            int order = comparePart(parts[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        int byLength = Integer.compare(parts.length, others.length);
        return byLength != 0 ? byLength : one.compareTo(other);
    }

    private static int comparePart(String one, String other) {
        if (startsWithDigit(one) != startsWithDigit(other)) {
            return startsWithDigit(one) ? -1 : 1;
        }
        return startsWithDigit(one) ? compareNumbers(one, other) : one.compareTo(other);
    }

    /** By value without parsing, so that no number is too long. */
    private static int compareNumbers(String one, String other) {
        var first = withoutLeadingZeros(one);
        var second = withoutLeadingZeros(other);
        int byLength = Integer.compare(first.length(), second.length());
        return byLength != 0 ? byLength : first.compareTo(second);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static boolean startsWithDigit(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
