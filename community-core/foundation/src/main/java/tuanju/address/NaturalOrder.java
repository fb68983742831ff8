package tuanju.address;

import java.util.Comparator;

/**
 * The order in which people look for doors: 3 before 27 before 101, 12 before 12A, 1002 before 别墅, and no number last.
 */
public final class NaturalOrder implements Comparator<String> {

    public static final NaturalOrder OF_DOORS = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        int at = 0;
        int there = 0;
        while (at < one.length() && there < other.length()) {
            int end = seam(one, at);
            int thereEnd = seam(other, there);
            int order = comparePart(one.substring(at, end), other.substring(there, thereEnd));
            if (order != 0) {
                return order;
            }
            at = end;
            there = thereEnd;
        }
        int byParts = Boolean.compare(at < one.length(), there < other.length());
        return byParts != 0 ? byParts : one.compareTo(other);
    }

    /** Where digits end and something else begins, or the other way: 12A is 12 and A. Long lists are sorted with it. */
    private static int seam(String text, int from) {
        boolean digits = isDigit(text.charAt(from));
        int end = from + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
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
        return isDigit(part.charAt(0));
    }

    private static boolean isDigit(char at) {
        return at >= '0' && at <= '9';
    }
}
