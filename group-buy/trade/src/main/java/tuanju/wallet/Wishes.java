package tuanju.wallet;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderCard;
import tuanju.order.book.OrderCredit;
import tuanju.order.book.OrderCredits;

/** Whether what goes back of an order stays as its buyer's credit: as they say for one order, or for all in a community. */
@Component
@RequiredArgsConstructor
public class Wishes implements OrderCredits {

    /** Something of them may still turn out less, and they themselves stay. */
    private static final Set<OrderStatus> UNDER_WAY =
            EnumSet.of(OrderStatus.PAID, OrderStatus.CONFIRMED, OrderStatus.COLLECTED);

    private final WalletRows wallets;
    private final OrderBook book;
    private final Communities communities;

    @Override
    @Transactional(readOnly = true)
    public Optional<OrderCredit> of(CommunityId community, MemberId buyer, OrderCard order) {
        return mayStay(order)
                ? Optional.of(
                        new OrderCredit(wallets.keeps(community, order.id().value(), buyer)))
                : Optional.empty();
    }

    /** What the buyer wants for one order. Refuses with CannotKeep one that was not paid here or is over, with NotFound. */
    @Transactional
    void wish(MemberId buyer, Code code, boolean keeps) {
        var order = book.card(buyer, code);
        if (!mayStay(order)) {
            throw new CannotKeep();
        }
        wallets.wish(communities.of(code).id(), order.id().value(), buyer, keeps);
    }

    /** What the member wants for all their orders there of which they say nothing else. */
    @Transactional
    void prefer(MemberId member, CommunityId community, boolean keeps) {
        wallets.prefer(community, wallets.open(community, member), keeps);
    }

    /** Paid through us, not to the leader. */
    private static boolean mayStay(OrderCard order) {
        return order.kind() != OrderKind.IMPORT
                && UNDER_WAY.contains(order.status())
                && order.dues().toLeader().isZero();
    }
}
