package tuanju.desk.handover;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.desk.DecidedBags;
import tuanju.desk.Desk;
import tuanju.desk.Doubts;
import tuanju.desk.HandoverNote;
import tuanju.desk.HandoverWords;
import tuanju.desk.Handovers;
import tuanju.desk.LeftWith;
import tuanju.desk.WaitingPlaces;
import tuanju.live.LiveTopics;
import tuanju.member.Members;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.Handover;

/** Hands bags over at a desk, once each, and takes a mistake back. */
@Component
@RequiredArgsConstructor
public class HandingOver {

    private final Handover collected;
    private final Handovers handovers;
    private final Members members;
    private final DecidedBags decided;
    private final Doubts doubts;
    private final UnpaidBags unpaid;
    private final WaitingPlaces places;
    private final Buyers buyers;
    private final LiveTopics live;

    /**
     * Hands these orders over, all or none, and answers when. Refuses with AlreadyHandedOver or BagDecided (409),
     * and what may not be handed over with the order's own refusal.
     */
    @Transactional
    public Instant handOver(Desk desk, Collection<UUID> chosen) {
        return handOver(desk, chosen, Giving.PLAIN);
    }

    /**
     * The same in a certain way. Refuses with BagAtAnotherPoint (409) what moved since it was seen, and with
     * BagNotForToday or BagNotPaid (409) what nobody was asked about.
     */
    @Transactional
    public Instant handOver(Desk desk, Collection<UUID> chosen, Giving giving) {
        for (var order : inOneOrder(chosen)) {
            if (!handovers.begin(desk.community().id(), order, desk.attendant(), giving.left())) {
                throw alreadyHandedOver(desk, order);
            }
            collected.collect(desk.community().id(), new OrderId(order), desk.attendant());
        }
        mustBeReady(desk, chosen, giving);
        unpaid.settle(desk, chosen, giving.due(), UnpaidBags.Kept.HANDOVER);
        places.refuseElsewhere(desk, chosen, giving.seenAt());
        tellWhereLeft(desk, chosen, giving.left());
        live.changed(desk.topic());
        return standing(desk, chosen.iterator().next()).at();
    }

    /** Refuses with BagDecided (409) and, unless somebody said yes, with BagNotForToday (409). */
    void mustBeReady(Desk desk, Collection<UUID> orders, Giving giving) {
        mustBeUndecided(desk, orders);
        if (!giving.isSure()) {
            doubts.mustBeNone(desk, orders);
        }
    }

    /**
     * Hands one order over, or says which hand-over was quicker. Refuses with the order's own refusal what may not be
     * handed over. Part of the caller's transaction.
     */
    public Tried tryOne(Desk desk, UUID order, Giving giving) {
        var community = desk.community().id();
        boolean first = handovers.begin(community, order, desk.attendant(), giving.left());
        if (first) {
            collected.collect(community, new OrderId(order), desk.attendant());
            mustBeReady(desk, List.of(order), giving);
            unpaid.settle(desk, List.of(order), giving.due(), UnpaidBags.Kept.HANDOVER);
            live.changed(desk.topic());
        }
        return new Tried(first, handovers.last(community, order).orElseThrow(NotHandedOver::new));
    }

    /** Hands over those of these orders that nobody else did meanwhile, and answers which. */
    @Transactional
    public List<UUID> handOverThoseLeft(Desk desk, Collection<UUID> chosen, Giving giving) {
        var done = inOneOrder(chosen).stream()
                .filter(order -> tryOne(desk, order, giving).first())
                .toList();
        places.refuseElsewhere(desk, done, giving.seenAt());
        tellWhereLeft(desk, done, giving.left());
        return done;
    }

    /** Whoever did not take the bag themselves is told where it is. */
    private void tellWhereLeft(Desk desk, Collection<UUID> orders, LeftWith where) {
        if (where.isNobody()) {
            return;
        }
        var community = desk.community().id();
        var standing = handovers.of(community, orders);
        buyers.tell(community, standing.keySet().stream().map(OrderId::new).toList(), it -> {
            var note = Objects.requireNonNull(standing.get(it.id().value()));
            return Notification.of("left:" + note.id(), "desk.told.left", it.page(), it.goods(), where.text());
        });
    }

    /** Whether this hand-over was the first, and the one that counts. */
    public record Tried(boolean first, HandoverNote note) {}

    /** Takes exactly this hand-over back. Refuses with NotHandedOver (409). Part of the caller's transaction. */
    public HandoverNote undoOnly(Desk desk, Handovers.HandoverId handover) {
        var note = handovers
                .undoOnly(desk.community().id(), handover, desk.attendant())
                .orElseThrow(NotHandedOver::new);
        collected.undoCollect(desk.community().id(), new OrderId(note.order()), desk.attendant());
        tellNotLeft(desk, note);
        live.changed(desk.topic());
        return note;
    }

    /** Takes the hand-over of these orders back, all or none. Refuses with NotHandedOver (409). */
    @Transactional
    public void undo(Desk desk, Collection<UUID> chosen) {
        var before = handovers.of(desk.community().id(), chosen).values();
        for (var order : inOneOrder(chosen)) {
            if (!handovers.undo(desk.community().id(), order, desk.attendant())) {
                throw new NotHandedOver();
            }
            collected.undoCollect(desk.community().id(), new OrderId(order), desk.attendant());
        }
        before.forEach(note -> tellNotLeft(desk, note));
        live.changed(desk.topic());
    }

    /** Who was told where their bag was left is told that it is not there. */
    private void tellNotLeft(Desk desk, HandoverNote note) {
        if (note.leftWith().isEmpty()) {
            return;
        }
        buyers.tell(
                desk.community().id(),
                List.of(new OrderId(note.order())),
                it -> Notification.of("not-left:" + note.id(), "desk.told.not-left", it.page(), it.goods()));
    }

    /**
     * Refuses with BagDecided (409) what was given away or returned. Asked under the locks of the orders, which whoever
     * decides takes as well: of the two one comes first, and the other sees it.
     */
    void mustBeUndecided(Desk desk, Collection<UUID> orders) {
        decided.among(desk.community().id(), orders).values().stream()
                .findFirst()
                .ifPresent(decision -> {
                    throw new BagDecided(decision.outcome());
                });
    }

    /** Two desks with the same bag lock its orders in the same sequence. */
    private static List<UUID> inOneOrder(Collection<UUID> chosen) {
        return chosen.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }

    /** Who was quicker, and when. */
    AlreadyHandedOver alreadyHandedOver(Desk desk, UUID order) {
        var standing = standing(desk, order);
        return new AlreadyHandedOver(
                members.card(standing.by()).name(),
                HandoverWords.moment(standing.at(), desk.community().zone()));
    }

    private HandoverNote standing(Desk desk, UUID order) {
        var standing = handovers.of(desk.community().id(), List.of(order)).get(order);
        if (standing == null) {
            throw new NotHandedOver();
        }
        return standing;
    }
}
