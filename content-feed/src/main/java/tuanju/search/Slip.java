package tuanju.search;

/** One slip of the finger: a letter wrong, missing, too many, or two that changed places. */
final class Slip {

    private Slip() {}

    /** Whether exactly one slip lies between two words that begin alike; the first letter is seldom the wrong one. */
    static boolean isOne(String typed, String meant) {
        int longer = typed.length() - meant.length();
        if (Math.abs(longer) > 1 || meant.isEmpty() || typed.charAt(0) != meant.charAt(0) || typed.equals(meant)) {
            return false;
        }
        int at = 0;
        while (at < typed.length() && at < meant.length() && typed.charAt(at) == meant.charAt(at)) {
            at++;
        }
        if (longer != 0) {
            return typed.substring(at + Math.max(longer, 0)).equals(meant.substring(at + Math.max(-longer, 0)));
        }
        return typed.substring(at + 1).equals(meant.substring(at + 1)) || changedPlaces(typed, meant, at);
    }

    private static boolean changedPlaces(String typed, String meant, int at) {
        return at + 1 < typed.length()
                && typed.charAt(at) == meant.charAt(at + 1)
                && typed.charAt(at + 1) == meant.charAt(at)
                && typed.substring(at + 2).equals(meant.substring(at + 2));
    }
}
