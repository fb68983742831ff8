package tuanju.order.aftersale;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.notification.Notification;
import tuanju.notification.Notification.Phrase;
import tuanju.order.Buyers;
import tuanju.order.Buyers.Bought;
import tuanju.order.LockedOrder;
import tuanju.order.OrderChange;
import tuanju.order.OrderKind;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderDues;

/** Tells a buyer that less comes of their order, or less is to pay for it: why, and what goes back. */
@Component
@RequiredArgsConstructor
class TellingLess {

    private final Buyers buyers;
    private final OrderDues dues;

    /**
     * What became less.
     *
     * @param step tells it from other things that happened to the same order
     * @param goods the product, or empty when it is the whole order
     * @param back what goes back; of an import nothing does by itself
     */
    record Less(String step, String goods, OrderChange why, Money back) {}

    /** Nobody is told what they did themselves. */
    void tell(CommunityId community, LockedOrder order, Less less) {
        if (order.buyer() != null && !order.buyer().equals(less.why().actor())) {
            boolean elsewhere =
                    order.order().kind() == OrderKind.IMPORT || less.back().isZero();
            var owed = elsewhere ? owed(community, order) : Money.ZERO;
            buyers.tell(
                    community,
                    List.of(order.order().id()),
                    it -> elsewhere ? elsewhere(it, less, owed) : here(it, less));
        }
    }

    private static Notification here(Bought order, Less less) {
        return Notification.of(
                subject(order, less), "order.told.less", order.page(), goods(order, less), why(less), less.back());
    }

    /** Who paid the leader is told how much comes back from there; who did not pay, only that less comes. */
    private Notification elsewhere(Bought order, Less less, Money owed) {
        var subject = subject(order, less);
        return owed.isZero()
                ? Notification.of(subject, "order.told.less-unpaid", order.page(), goods(order, less), why(less))
                : Notification.of(
                        subject, "order.told.less-elsewhere", order.page(), goods(order, less), why(less), owed);
    }

    private Money owed(CommunityId community, LockedOrder order) {
        var id = order.order().id().value();
        return dues.of(community, List.of(id)).getOrDefault(id, Dues.NOTHING).tooMuch();
    }

    private static String subject(Bought order, Less less) {
        return "order:" + order.code() + ":" + less.step();
    }

    private static String goods(Bought order, Less less) {
        return less.goods().isEmpty() ? order.goods() : less.goods();
    }

    private static Phrase why(Less less) {
        return new Phrase("order.cause." + less.why().cause());
    }
}
