package tuanju.teambuy.seating;

import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.order.OrderKind;
import tuanju.order.PaidOrder;
import tuanju.order.paying.PaidOrderTaker;
import tuanju.teambuy.OfferId;
import tuanju.teambuy.PickupDay;
import tuanju.teambuy.TermsRows;

/** Whoever buys alone waits for nobody: paid is confirmed. */
@Component
@RequiredArgsConstructor
class AlonePaying implements PaidOrderTaker {

    private final TermsRows terms;
    private final Communities communities;
    private final Clock clock;

    @Override
    public OrderKind kind() {
        return OrderKind.ALONE;
    }

    @Override
    public Place take(PaidOrder order) {
        var buyer = Objects.requireNonNull(order.buyer(), "Someone buys alone");
        var offer = new OfferId(Objects.requireNonNull(order.offer(), "Alone, but under an offer"));
        int days = terms.ofOffer(order.community(), offer, buyer).orElseThrow().pickupAfterDays();
        return Place.confirmed(PickupDay.after(
                clock.instant(), days, communities.get(order.community()).zone()));
    }
}
