package tuanju.board;

import java.util.ArrayList;
import java.util.List;
import tuanju.money.Money;

/** A stretch of the bar of a cycle's money; x and width in thousandths. */
record Share(String name, Money amount, int x, int width) {

    private static final int WHOLE = 1_000;

    /** Where the expected money is: kept, on its way back, back with its payers, not paid yet. Empty stretches are left out. */
    static List<Share> of(Reckoning money) {
        var kept = money.kept().isNegative() ? Money.ZERO : money.kept().amount();
        var names = List.of("kept", "on-its-way", "back", "unpaid");
        var amounts = List.of(kept, money.onItsWayBack(), money.back(), money.unpaid());
        long total = Math.max(1, amounts.stream().mapToLong(Money::fen).sum());
        var shares = new ArrayList<Share>();
        long before = 0;
        for (int i = 0; i < names.size(); i++) {
            long after = before + amounts.get(i).fen();
            int x = place(before, total);
            shares.add(new Share(names.get(i), amounts.get(i), x, place(after, total) - x));
            before = after;
        }
        return shares.stream().filter(it -> !it.amount().isZero()).toList();
    }

    private static int place(long fen, long total) {
        return (int) (fen * WHOLE / total);
    }
}
