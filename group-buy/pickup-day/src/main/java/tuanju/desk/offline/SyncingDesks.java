package tuanju.desk.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.command.Refusal;
import tuanju.desk.Desk;
import tuanju.desk.Doubts;
import tuanju.desk.Handovers;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.WaitingPlaces;
import tuanju.desk.handover.Giving;
import tuanju.desk.handover.HandingOver;
import tuanju.desk.handover.NotHandedOver;
import tuanju.desk.offline.DeskAct.Outcome;
import tuanju.desk.offline.DeskAct.Settled;
import tuanju.desk.offline.DeskActs.Teller;

/**
 * Takes what was done at a desk without network: act by act, in the sequence it was done, each in a transaction of its
 * own. An act is decided once; told again, it gets the same answer and changes nothing.
 */
@Component
@RequiredArgsConstructor
class SyncingDesks {

    private final LookingAtDesks looking;
    private final HandingOver handingOver;
    private final WaitingPlaces places;
    private final Doubts doubts;
    private final DeskActs acts;
    private final TransactionOperations transaction;

    /** An act that was decided, and at which desk. */
    record Taken(Desk desk, Settled settled) {}

    /** An order at one of the desks. */
    private record Place(Desk desk, UUID order) {}

    /** What became of each act. Never inside a transaction. */
    List<Taken> take(List<Desk> desks, List<DeskAct> told) {
        var places = places(desks);
        return told.stream()
                .map(act -> take(desks.getFirst(), places.get(act.order()), act))
                .toList();
    }

    private Map<String, Place> places(List<Desk> desks) {
        var places = new HashMap<String, Place>();
        for (var desk : desks) {
            looking.sheet(desk).households().stream()
                    .flatMap(household -> household.orders().stream())
                    .forEach(order -> places.put(order.code(), new Place(desk, order.id())));
        }
        return places;
    }

    /** What is at none of the desks is noted at the first. */
    private Taken take(Desk first, @Nullable Place place, DeskAct act) {
        var desk = place == null ? first : place.desk();
        var teller = new Teller(desk.community().id(), desk.attendant());
        try {
            return new Taken(desk, inTransaction(() -> once(teller, place, act)));
        } catch (Refusal refusal) {
            var refused = Settled.refused(act, refusal.getType());
            return new Taken(desk, inTransaction(() -> refused(teller, refused)));
        }
    }

    private Settled once(Teller teller, @Nullable Place place, DeskAct act) {
        var before = acts.claim(teller, act.id());
        if (before.isPresent()) {
            return before.filter(it -> it.isOf(act)).orElse(Settled.refused(act, "idempotency-key-reused"));
        }
        if (place == null) {
            throw new NotAtThisDesk();
        }
        var settled = act.kind() == DeskAct.Kind.HANDOVER ? handOver(place, act) : undo(teller, place, act);
        acts.keep(teller, settled);
        return settled;
    }

    /** Meanwhile the same act may have been told again and found its way: then that counts. */
    private Settled refused(Teller teller, Settled refused) {
        return acts.claim(teller, refused.act().id()).orElseGet(() -> {
            acts.keep(teller, refused);
            return refused;
        });
    }

    private Settled handOver(Place place, DeskAct act) {
        var giving = new Giving(LeftWith.NOBODY, null, doubts.isOnlyLate(place.desk(), place.order()), act.said());
        var tried = handingOver.tryOne(place.desk(), place.order(), giving);
        if (tried.first()
                && places.elsewhere(place.desk(), List.of(place.order()), act.seenAt())
                        .isPresent()) {
            throw new BagMovedMeanwhile();
        }
        var outcome = tried.first() ? Outcome.DONE : Outcome.TOO_LATE;
        return new Settled(act, outcome, null, tried.note().id());
    }

    private Settled undo(Teller teller, Place place, DeskAct act) {
        var handover = new Handovers.HandoverId(takenBack(teller, act), place.order());
        var note = handingOver.undoOnly(place.desk(), handover);
        return new Settled(act, Outcome.DONE, null, note.id());
    }

    /** A hand-over that came too late cannot be taken back: the one that was quicker is somebody else's. */
    private UUID takenBack(Teller teller, DeskAct act) {
        var named = act.takesBack();
        if (named == null) {
            throw new NotHandedOver();
        }
        var own = acts.find(teller, named);
        if (own.isEmpty()) {
            return named;
        }
        var handover = own.get().handover();
        if (own.get().outcome() != Outcome.DONE || handover == null) {
            throw new NotHandedOver();
        }
        return handover;
    }

    @SuppressWarnings("NullAway") // the work never answers null
    private Settled inTransaction(Supplier<Settled> work) {
        return transaction.execute(status -> work.get());
    }
}
