package tuanju.commission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.OrderTroubles;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** Counts a commission from scratch, from the lines as they are now: a refund takes its own line's part, and no other's. */
@Component
@RequiredArgsConstructor
class Recounting {

    private final CommissionRows rows;
    private final OrderBook book;
    private final OrderTroubles troubles;

    /** Locks it and counts; empty where nobody earns by this order. */
    Optional<Commission> of(CommunityId community, OrderId order) {
        if (!rows.lock(community, order)) {
            return Optional.empty();
        }
        boolean complained = troubles.of(community, List.of(order.value()))
                .getOrDefault(order.value(), OrderTroubles.Trouble.NONE)
                .complained();
        rows.recount(community, order, kept(book.sheet(community, order)), complained);
        return rows.find(community, order);
    }

    /** A refunded order keeps its lines, and nothing of them. */
    private static Map<UUID, Money> kept(OrderSheet sheet) {
        return sheet.status() == OrderStatus.REFUNDED || sheet.status() == OrderStatus.CLOSED
                ? Map.of()
                : sheet.lines().stream().collect(Collectors.toMap(it -> it.id().value(), OrderLineCard::net));
    }
}
