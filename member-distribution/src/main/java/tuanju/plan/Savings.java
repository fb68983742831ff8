package tuanju.plan;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.money.Money;
import tuanju.order.book.BuyersOrders;
import tuanju.points.PointsRaised;

/** What a plan saved its member so far, as it is: also where that is less than it cost. */
@Component
@RequiredArgsConstructor
class Savings {

    private final BuyersOrders orders;
    private final PlanCoupons coupons;
    private final PointsRaised points;

    /**
     * What one saved.
     *
     * @param price on goods, where the price of the plan was the one that held
     * @param coupons on orders that took its coupons
     * @param points so many more, each worth a fen
     * @param paid for the plan, less what went back
     */
    record Saved(Money price, Money coupons, int points, Money paid) {

        public Money all() {
            return price.plus(coupons).plus(Money.ofFen(Math.max(0, points)));
        }

        public boolean hasPaidOff() {
            return !paid.isMoreThan(all());
        }

        /** What is missing until it has. */
        public Money missing() {
            return hasPaidOff() ? Money.ZERO : paid.minus(all());
        }

        public Money more() {
            return hasPaidOff() ? all().minus(paid) : Money.ZERO;
        }
    }

    @Transactional(readOnly = true)
    public Saved of(Subscription by) {
        var terms = by.terms();
        var span = new BuyersOrders.Span(by.term().starts(), by.term().until(), by.leader());
        return new Saved(
                terms.hasPrice() ? orders.saved(by.community(), by.member(), terms.less(), span) : Money.ZERO,
                coupons.saved(by),
                points.by(by.community(), by.id()),
                terms.price().minus(by.refund()));
    }
}
