package tuanju.receiving;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.cycle.MissingPieces;
import tuanju.live.LiveTopics;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.fulfilment.PartialHandover;

/** Brings one order to what it was given of goods that came short, in a transaction of its own. Twice is once. */
@Component
@RequiredArgsConstructor
class ShortageSettling {

    private final ShortageRows rows;
    private final OrderBook book;
    private final MissingPieces missing;
    private final PartialHandover handed;
    private final CalledOff calledOff;
    private final LiveTopics live;

    /** An order that was handed over meanwhile keeps what it has; the page says so. */
    @Transactional
    public void settle(CommunityId community, UUID cycle, OrderId order) {
        var open = rows.open(community, cycle, order);
        if (open.isEmpty()) {
            return;
        }
        var sheet = book.sheet(community, order);
        boolean isKept = sheet.status() != OrderStatus.CONFIRMED || isHandedOut(community, cycle, order, open);
        rows.settled(community, cycle, order, isKept);
        if (!isKept) {
            takeOff(community, sheet, open);
        }
        live.changed("cycle:" + cycle);
    }

    /** Whether its buyer has taken some of these goods while the giving-out was on its way to the order. */
    private boolean isHandedOut(CommunityId community, UUID cycle, OrderId order, List<ShortageRows.Open> open) {
        return handed.ofSource(community, cycle).getOrDefault(order, List.of()).stream()
                .anyMatch(pieces -> open.stream()
                        .anyMatch(it -> it.name().equals(pieces.productName())
                                && it.spec().equals(pieces.spec())
                                && it.given() < pieces.pieces()));
    }

    private void takeOff(CommunityId community, OrderSheet sheet, List<ShortageRows.Open> open) {
        open.forEach(it -> missing.note(community, sheet.id(), it.name(), it.spec(), it.ordered() - it.given()));
        var cause = open.stream()
                .map(it -> it.policy().cause())
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), it -> it.size() == 1 ? it.getFirst() : SharePolicy.BY_NEED.cause()));
        int gone = open.stream().mapToInt(it -> it.ordered() - it.given()).sum();
        // the busy accounts of the refund last
        if (gone >= sheet.pieces()) {
            calledOff.whole(community, sheet.id(), AdjustmentKind.SHORT, new OrderChange(null, cause));
        } else {
            calledOff.some(community, sheet.id(), keeps(open), new OrderChange(null, cause), key(open));
        }
    }

    private static List<LineKeep> keeps(List<ShortageRows.Open> open) {
        return open.stream()
                .map(it -> new LineKeep(
                        AdjustmentKind.SHORT,
                        it.name(),
                        it.spec(),
                        it.given(),
                        it.policy().cause()))
                .toList();
    }

    /** Every product is given out once, so that the first of them names the refund. */
    private static String key(List<ShortageRows.Open> open) {
        return "short-" + open.getFirst().product();
    }
}
