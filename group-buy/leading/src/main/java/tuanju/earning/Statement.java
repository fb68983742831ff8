package tuanju.earning;

import java.time.LocalDate;
import java.util.List;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.order.aftersale.Bearer;
import tuanju.order.aftersale.OrderReturns.Return;
import tuanju.order.book.OrderRecord;
import tuanju.settlement.LeaderFee;

/** What a leader handed over in a community on one day, order by order, and the service fee for it. */
record Statement(String community, LocalDate day, List<Line> lines) {

    Statement {
        lines = List.copyOf(lines);
    }

    /**
     * One order.
     *
     * @param asked when it was ordered
     * @param base what of it stays; the fee is counted from this
     */
    record Line(
            OrderRecord order,
            Money asked,
            List<Back> backs,
            Money base,
            Percentage share,
            Money fee,
            boolean paidHere) {
        Line {
            backs = List.copyOf(backs);
        }

        /** What the leader gave off it comes out of the fee, which is rounded down; an order paid to the leader, or not at all, carries none. */
        static Line of(OrderRecord order, List<Return> returns, Percentage share) {
            boolean here = order.isPaidHere();
            var terms = new LeaderFee(share, order.asked(), order.leaderGave());
            return new Line(
                    order,
                    order.asked(),
                    returns.stream().map(Back::of).toList(),
                    order.net(),
                    here ? share : Percentage.ofPercent(0),
                    here ? terms.of(order.net()) : Money.ZERO,
                    here);
        }

        /** What the leader gave off it out of the fee. */
        public Money gave() {
            return order.leaderGave();
        }

        /** Whether its fee is owed, no longer only expected. */
        public boolean isSettled() {
            return order.dates().settled() != null;
        }

        /** 10, or 7.5. */
        public String percent() {
            return ServiceFees.percentOf(share);
        }
    }

    /** Money that went back for a line, and whose loss that is. */
    record Back(String product, Money amount, String cause, Bearer bearer) {
        static Back of(Return back) {
            var title = back.spec().isBlank() ? back.productName() : back.productName() + " · " + back.spec();
            return new Back(title, back.amount(), back.cause(), back.bearer());
        }
    }

    public Money asked() {
        return sum(lines.stream().map(Line::asked).toList());
    }

    public Money base() {
        return sum(lines.stream().map(Line::base).toList());
    }

    public Money fee() {
        return sum(lines.stream().map(Line::fee).toList());
    }

    /** What the leader gave off these orders out of the fee. */
    public Money gave() {
        return sum(lines.stream().map(Line::gave).toList());
    }

    /** What of the fee is owed already: that of settled orders. */
    public Money settledFee() {
        return sum(lines.stream().filter(Line::isSettled).map(Line::fee).toList());
    }

    public Money back() {
        return sum(lines.stream()
                .flatMap(line -> line.backs().stream())
                .map(Back::amount)
                .toList());
    }

    /** What went back at somebody's cost. */
    public Money back(String bearer) {
        return sum(lines.stream()
                .flatMap(line -> line.backs().stream())
                .filter(back -> back.bearer().name().equals(bearer))
                .map(Back::amount)
                .toList());
    }

    /** Whether what was asked, less what went back, is what stays: line by line and in sum. */
    public boolean addsUp() {
        return asked().equals(base().plus(back()));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
