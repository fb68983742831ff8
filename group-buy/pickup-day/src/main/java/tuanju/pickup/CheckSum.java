package tuanju.pickup;

import java.util.Collection;
import java.util.stream.Stream;
import tuanju.money.Money;

/** What must be the same on every list of the same orders: lines, pieces and amount. */
public record CheckSum(int lines, long pieces, Money amount) {

    static final CheckSum NOTHING = new CheckSum(0, 0, Money.ZERO);

    public static CheckSum of(Collection<PickupLine> lines) {
        return total(lines.stream().map(line -> new CheckSum(1, line.quantity(), line.amount())));
    }

    public static CheckSum total(Stream<CheckSum> sums) {
        return sums.reduce(NOTHING, CheckSum::plus);
    }

    public CheckSum plus(CheckSum other) {
        return new CheckSum(
                Math.addExact(lines, other.lines), Math.addExact(pieces, other.pieces), amount.plus(other.amount));
    }

    @Override
    public String toString() {
        return lines + "/" + pieces + "/" + amount.yuan();
    }
}
