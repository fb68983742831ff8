package tuanju.household;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.cycle.CycleCard;
import tuanju.desk.LeftWith;
import tuanju.household.ActRows.Kind;
import tuanju.household.ActRows.Part;
import tuanju.household.MoneyActs.Way;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;

/** Does one thing to one household or to many, and takes all of it back with one tap. */
@Component
@RequiredArgsConstructor
class HouseholdActs {

    private final MoneyActs money;
    private final PlaceActs places;
    private final ActRows acts;
    private final Reminding reminding;
    private final LiveTopics live;

    /** Refuses with NothingToDo (409) where nothing is open that can be taken by hand. */
    @Transactional
    public Done paid(Marking marking, Way way) {
        return done(marking, Kind.PAID, money.paid(marking, way), NothingToDo::paid);
    }

    /** Refuses with NothingToDo (409) where nothing is owed. */
    @Transactional
    public Done paidBack(Marking marking, Way way) {
        return done(marking, Kind.PAID_BACK, money.paidBack(marking, way), NothingToDo::paidBack);
    }

    /** Refuses with NothingToDo (409) where all is there already or nothing waits, else as orders that are moved do. */
    @Transactional
    public Done moved(Marking marking, UUID point) {
        return done(marking, Kind.MOVED, places.moved(marking, point), NothingToDo::moved);
    }

    /** The same for a door. */
    @Transactional
    public Done door(Marking marking, Door door) {
        return done(marking, Kind.DOOR, places.door(marking, door), NothingToDo::moved);
    }

    /** All or none. Refuses as the desk does. */
    @Transactional
    public Done handedOver(Marking marking, LeftWith where) {
        return done(marking, Kind.HANDED_OVER, places.handedOver(marking, where), NothingToDo::moved);
    }

    /** Told after ten seconds, until which it can be taken back. Refuses with NothingToDo (409) where nobody can be told. */
    @Transactional
    public Done reminded(Marking marking) {
        var parts = reminding.toTell(marking);
        var done = done(marking, Kind.REMINDED, parts, NothingToDo::reminded);
        reminding.queue(marking.cycle(), done.act(), parts);
        return done;
    }

    /**
     * What somebody else has done since stays. Refuses with NothingToDo (409) what was done longer ago, or taken back
     * already, or where nothing else is left.
     */
    @Transactional
    public void undo(MemberId by, CycleCard cycle, UUID act) {
        var kind = acts.undo(cycle, act, by).orElseThrow(NothingToDo::undone);
        var parts = acts.parts(cycle, act);
        var marking = new Marking(by, cycle, List.of());
        if (!isUndone(kind, marking, parts)) {
            throw NothingToDo.changedSince();
        }
        changed(cycle);
    }

    private boolean isUndone(Kind kind, Marking marking, List<Part> parts) {
        switch (kind) {
            case PAID -> money.notPaid(marking, parts);
            case PAID_BACK -> money.notPaidBack(marking, parts);
            case MOVED -> {
                return places.movedBack(marking, parts);
            }
            case DOOR -> {
                return places.oldDoor(marking, parts);
            }
            case HANDED_OVER -> places.takenBack(marking, parts);
            // nobody was told yet
            case REMINDED -> {}
        }
        return true;
    }

    private Done done(Marking marking, Kind kind, List<Part> parts, Supplier<NothingToDo> refusal) {
        if (parts.isEmpty()) {
            throw refusal.get();
        }
        var act = acts.add(marking.cycle(), kind, marking.by(), parts);
        changed(marking.cycle());
        return new Done(act, kind, marking.households(parts));
    }

    private void changed(CycleCard cycle) {
        live.changed(cycle.householdsTopic());
        live.changed("cycle:" + cycle.id());
    }
}
