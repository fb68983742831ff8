package tuanju.desk.handover;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Refusal;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.desk.Desk;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** Finds the bag of a pickup code; of a code that belongs elsewhere it says where, and hands nothing over. */
@Component
@RequiredArgsConstructor
class FindingBags {

    private final OrderBook book;
    private final OrderCycles cycles;
    private final HandingOver handingOver;
    private final PickupCodeTries tries;

    /** An order and the desk where it is handed over. */
    record Found(Desk desk, OrderSheet order) {}

    /**
     * The order with this pickup code at one of these desks, where one person stands. Refuses with BagOfAnotherDay or
     * BagNotForHandover (409) what is this leader's own. A code that is not is counted; refuses with BagOfAnotherLeader,
     * UnknownPickupCode (404) or TooMany (429). Never inside a transaction.
     */
    Found find(List<Desk> desks, String typed) {
        var attendant = desks.getFirst().attendant();
        var counted = tries.take(attendant);
        var code = PickupCode.read(typed).orElseThrow(UnknownPickupCode::new);
        var own = desks.stream().flatMap(desk -> own(desk, code)).toList();
        if (own.isEmpty()) {
            throw pointOf(desks, code).<Refusal>map(BagOfAnotherLeader::new).orElseGet(UnknownPickupCode::new);
        }
        tries.giveBack(attendant, counted);
        return own.stream()
                .filter(found -> found.desk().covers(found.order()))
                .findFirst()
                .map(this::ready)
                .orElseThrow(() -> anotherDay(own.getFirst()));
    }

    private Stream<Found> own(Desk desk, PickupCode code) {
        return book.byPickupCode(desk.community().id(), desk.owner(), code.value()).stream()
                .map(order -> new Found(desk, order));
    }

    private Optional<String> pointOf(List<Desk> desks, PickupCode code) {
        return desks.stream()
                .flatMap(desk -> book.pointOfPickupCode(desk.community().id(), code.value()).stream())
                .findFirst();
    }

    /** The desk shows what is to be handed over; of an order that is not, it says why. */
    private Found ready(Found found) {
        var status = found.order().status();
        if (status == OrderStatus.COMPLETED && found.desk().cycle() == null) {
            handingOver.mustBeUndecided(found.desk(), List.of(found.order().id().value()));
            throw handingOver.alreadyHandedOver(found.desk(), found.order().id().value());
        }
        return switch (status) {
            case CONFIRMED, COLLECTED, COMPLETED -> found;
            case PLACED, PAID, CLOSED, REFUNDED -> throw new BagNotForHandover(status);
        };
    }

    private BagOfAnotherDay anotherDay(Found found) {
        var title = cycles.of(found.desk().owner()).stream()
                .filter(cycle -> cycle.id().equals(found.order().source()))
                .map(CycleCard::title)
                .findFirst();
        return new BagOfAnotherDay(
                title.orElse(found.order().lines().getFirst().productName()),
                found.order().pickupFrom(),
                found.desk().community().zone());
    }
}
