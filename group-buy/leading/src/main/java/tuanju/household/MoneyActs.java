package tuanju.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.cycle.CycleCard;
import tuanju.household.ActRows.Part;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.PaidBackByHand.How;
import tuanju.order.aftersale.PayingBackByHand;
import tuanju.order.book.OrderSheet;
import tuanju.order.dues.TakenByHand.Cause;
import tuanju.order.dues.TakenTogether;
import tuanju.payment.OfflinePayments;

/** Money that passes from hand to hand: a leader says that it came, or that it went back. Joins the caller's transaction. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class MoneyActs {

    private final TakenTogether taken;
    private final OfflinePayments payments;
    private final PayingBackByHand paying;
    private final Communities communities;
    private final Clock clock;

    /** How money passes. */
    enum Way {
        CASH,
        TRANSFER;

        Cause cause() {
            return this == CASH ? Cause.CASH : Cause.TRANSFER;
        }

        /** Most transfers between neighbours are those of one chat. */
        How how() {
            return this == CASH ? How.CASH : How.WECHAT;
        }
    }

    /** All that is open and can be taken by hand; who pays through us pays there. Nothing is no part. */
    List<Part> paid(Marking marking, Way way) {
        var cycle = marking.cycle();
        var byId = marking.orders().collect(Collectors.toMap(OrderSheet::id, it -> it));
        var open = new LinkedHashMap<OrderId, Money>();
        byId.values().stream()
                .filter(it -> it.kind() == OrderKind.IMPORT && !it.dues().isPaid())
                .forEach(it -> open.put(it.id(), it.dues().open()));
        var noted = taken.exactly(cycle.community(), open, marking.by(), way.cause()).stream()
                .map(it -> Part.noted(
                        it.order(), Objects.requireNonNull(byId.get(it.order())).code(), it.id()));
        return Stream.concat(noted, received(marking, way).stream()).toList();
    }

    /** Orders placed here that chose to pay by hand. */
    private List<Part> received(Marking marking, Way way) {
        var waiting = marking.in(OrderStatus.PLACED)
                .collect(Collectors.toMap(it -> it.id().value(), it -> it));
        if (waiting.isEmpty()) {
            return List.of();
        }
        var community = marking.cycle().community();
        return payments.due(community).stream()
                .filter(it -> waiting.containsKey(it.order()))
                // what somebody else said of it is theirs to take back
                .filter(it -> payments.receive(community, it.code(), marking.by(), way.name()))
                .map(it -> {
                    var order = Objects.requireNonNull(waiting.get(it.order()));
                    return Part.received(order.id(), order.code(), it.code());
                })
                .toList();
    }

    /** All that is owed to them for whatever reason. Nothing is no part. */
    List<Part> paidBack(Marking marking, Way way) {
        var cycle = marking.cycle();
        var ids = marking.orders().map(OrderSheet::id).collect(Collectors.toCollection(HashSet::new));
        var today = LocalDate.ofInstant(
                clock.instant(), communities.get(cycle.community()).zone());
        return paying.all(led(cycle), ids, new PayingBackByHand.Given(way.how(), today)).stream()
                .map(it -> Part.noted(it.order(), it.code(), it.id()))
                .toList();
    }

    void notPaid(Marking marking, List<Part> parts) {
        var community = marking.cycle().community();
        var notes = parts.stream().map(Part::note).filter(Objects::nonNull).toList();
        if (!notes.isEmpty()) {
            taken.undo(community, notes, marking.by());
        }
        parts.stream()
                .map(Part::payment)
                .filter(Objects::nonNull)
                .forEach(payment -> payments.takeBack(community, payment, marking.by()));
    }

    void notPaidBack(Marking marking, List<Part> parts) {
        paying.undoAll(
                led(marking.cycle()),
                parts.stream().map(Part::note).filter(Objects::nonNull).toList());
    }

    private static PayingBackByHand.Led led(CycleCard cycle) {
        return new PayingBackByHand.Led(cycle.community(), cycle.id(), cycle.leader());
    }
}
