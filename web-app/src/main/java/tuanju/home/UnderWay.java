package tuanju.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Card;
import tuanju.card.CardRef;
import tuanju.card.CardRef.Kind;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderCard;

/** What a shopper waits for, in whatever community: one query, and one more while a team of theirs is not full. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class UnderWay {

    private static final Set<OrderStatus> OPEN =
            EnumSet.of(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.CONFIRMED);
    private static final int SHOWN = 3;
    private static final int LOOKED_AT = 50;

    private final OrderBook book;
    private final Showcase showcase;

    /**
     * The first of them.
     *
     * @param orders to be paid before to be fetched, that before those whose team is not full; in each by what comes first
     * @param teams by the code of a team that is not full, how it stands
     * @param all how many there are
     */
    record Mine(List<OrderCard> orders, Map<Code, Card> teams, int all) {

        public boolean isMore() {
            return all > orders.size();
        }

        /** How the team of this order stands, while that is what it waits for. */
        public @Nullable Card team(OrderCard order) {
            return order.source() == null ? null : teams.get(order.source());
        }
    }

    public Mine of(MemberId buyer) {
        var all = book.of(buyer, OPEN, null, LOOKED_AT);
        var first = all.stream()
                .sorted(Comparator.comparing(OrderCard::status, Comparator.comparing(UnderWay::turn))
                        .thenComparing(UnderWay::moment))
                .limit(SHOWN)
                .toList();
        var teams = first.stream()
                .filter(it -> it.status() == OrderStatus.PAID && it.kind() == OrderKind.TEAM)
                .map(OrderCard::source)
                .filter(Objects::nonNull)
                .map(it -> new CardRef(Kind.TEAM, it))
                .toList();
        var cards = teams.isEmpty()
                ? Map.<Code, Card>of()
                : showcase.cards(new Viewer(buyer), teams).stream()
                        .collect(Collectors.toMap(it -> it.ref().code(), it -> it));
        return new Mine(first, cards, all.size());
    }

    private static int turn(OrderStatus status) {
        return switch (status) {
            case PLACED -> 0;
            case CONFIRMED -> 1;
            default -> 2;
        };
    }

    private static Instant moment(OrderCard order) {
        var next = order.payable() ? order.payBefore() : order.pickupFrom();
        return next == null ? Instant.MAX : next;
    }
}
