package tuanju.payment.providers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tuanju.money.Money;

/**
 * The sandbox's bill as text: a line with the day, a heading, a line for each movement, and at the end how many there are
 * and what they come to, so that nothing is cut off unseen.
 */
record BillText(LocalDate day, String text) {

    private static final int FIELDS = 5;
    private static final int FIRST = 2;

    /** Refuses with {@link UnreadableBill} what does not hold together. */
    List<BillLine> lines() {
        var rows = text.lines().toList();
        if (rows.size() <= FIRST || !rows.getFirst().equals("day," + day)) {
            throw new UnreadableBill("it is not the bill of " + day);
        }
        var lines = new ArrayList<BillLine>();
        for (var row : rows.subList(FIRST, rows.size() - 1)) {
            lines.add(line(row));
        }
        long fen = lines.stream().mapToLong(it -> it.amount().fen()).sum();
        if (!rows.getLast().equals("total," + lines.size() + "," + fen)) {
            throw new UnreadableBill(
                    "its last line does not say that these are " + lines.size() + " of " + Money.ofFen(fen));
        }
        return lines;
    }

    private static BillLine line(String row) {
        var fields = row.split(",", -1);
        if (fields.length != FIELDS) {
            throw new UnreadableBill("it has a line of " + fields.length + " fields");
        }
        try {
            return new BillLine(
                    BillLine.Kind.valueOf(fields[0]),
                    fields[1],
                    fields[2],
                    Money.ofFen(Long.parseLong(fields[3])),
                    Instant.parse(fields[4]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableBill("it has a line that says nothing: " + row);
        }
    }
}
