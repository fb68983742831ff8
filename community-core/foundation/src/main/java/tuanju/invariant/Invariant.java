package tuanju.invariant;

import java.util.regex.Pattern;

/**
 * One claim about the data and the query that looks for what breaks it.
 *
 * @param claim begins with its id: "I-L2 All balances together are zero"
 * @param money whether money may go to the wrong place while it is broken
 */
record Invariant(String claim, boolean money, String sql) {

    private static final Pattern HEAD = Pattern.compile("--\\s*(\\S+) (\\[money] )?(.+)");

    /** Reads a head line {@code -- <id> [money] <claim>} and the statement below it. */
    static Invariant of(String text) {
        var lines = text.strip().split("\n", 2);
        var head = HEAD.matcher(lines[0].strip());
        if (lines.length < 2 || !head.matches()) {
            throw new IllegalArgumentException(
                    "An invariant begins with its id and claim, but this one with: " + lines[0]);
        }
        return new Invariant(head.group(1) + " " + head.group(3), head.group(2) != null, lines[1]);
    }
}
