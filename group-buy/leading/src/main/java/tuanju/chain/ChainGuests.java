package tuanju.chain;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.cycle.CycleCard;
import tuanju.live.LiveTopics;
import tuanju.member.Phone;
import tuanju.order.OrderId;
import tuanju.order.dues.TakenByHand;
import tuanju.order.life.GuestOrders;

/** What a leader writes down about the guests of a cycle's chain lists: who has paid, and where they are reached. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class ChainGuests {

    private final ChainOrders chainOrders;
    private final GuestOrders guestOrders;
    private final GuestPhones phones;
    private final TakenByHand taken;
    private final TransferUses uses;
    private final LiveTopics live;

    /** The guests who have an order, the first to ask first. */
    public List<ChainOrders.Row> of(CycleCard cycle) {
        return chainOrders.of(cycle).stream().filter(row -> row.order() != null).toList();
    }

    /** One of them; refuses with NotFound. */
    ChainOrders.Row one(CycleCard cycle, UUID guest) {
        return of(cycle).stream()
                .filter(row -> row.id().equals(guest))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The leader was given all that is open; nothing happens where nothing is. Refuses with NotFound. */
    @Transactional
    public void paid(CycleCard cycle, UUID guest) {
        taken.all(cycle.community(), order(cycle, guest), cycle.leader(), TakenByHand.Cause.TICKED);
        live.changed(cycle.householdsTopic());
    }

    /**
     * The leader was given nothing after all, and a transfer that paid it pays nothing. Refuses with NotFound, with
     * PaidBackAlready (409) what went back by hand.
     */
    @Transactional
    public void notPaid(CycleCard cycle, UUID guest) {
        taken.undo(cycle.community(), order(cycle, guest), cycle.leader());
        uses.free(cycle, guest, cycle.leader());
        live.changed(cycle.householdsTopic());
    }

    /** A guest's number, so that they find their order once they sign up with it. Refuses with NotFound. */
    @Transactional
    public void reachableAt(CycleCard cycle, UUID guest, Phone number) {
        var order = phones.reachableAt(cycle, guest, number.digits()).orElseThrow(NotFound::new);
        guestOrders.reachableAt(cycle.community(), new OrderId(order), number);
    }

    private OrderId order(CycleCard cycle, UUID guest) {
        return chainOrders.orderOf(cycle, guest).orElseThrow(NotFound::new);
    }
}
