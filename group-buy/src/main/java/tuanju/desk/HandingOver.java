package tuanju.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.live.LiveTopics;
import tuanju.member.Members;
import tuanju.order.Handover;
import tuanju.order.OrderBook;
import tuanju.order.OrderId;
import tuanju.order.OrderSheet;

/** Hands bags over at a desk, once each, and takes a mistake back. */
@Component
@RequiredArgsConstructor
class HandingOver {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M-d HH:mm", Locale.ROOT);

    private final OrderBook book;
    private final Handover collected;
    private final Handovers handovers;
    private final PickupCodeTries tries;
    private final Members members;
    private final LiveTopics live;

    /**
     * The order with this pickup code at one of these desks. A code that leads nowhere is counted; refuses with
     * UnknownPickupCode (404) or TooMany (429). Never inside a transaction.
     */
    Found find(List<Desk> desks, String typed) {
        var leader = desks.getFirst().leader();
        var counted = tries.take(leader);
        var found = PickupCode.read(typed).stream()
                .flatMap(code -> desks.stream().flatMap(desk -> at(desk, code)))
                .findFirst()
                .orElseThrow(UnknownPickupCode::new);
        tries.giveBack(leader, counted);
        return found;
    }

    /** An order and the desk where it is handed over. */
    record Found(Desk desk, OrderSheet order) {}

    private Stream<Found> at(Desk desk, PickupCode code) {
        return book.byPickupCode(desk.community().id(), desk.owner(), code.value()).stream()
                .filter(desk::covers)
                .map(order -> new Found(desk, order));
    }

    /**
     * Hands these orders over, all or none, and answers when. Refuses with AlreadyHandedOver (409), and what may not be
     * handed over with the order's own refusal.
     */
    @Transactional
    public Instant handOver(Desk desk, Collection<UUID> chosen) {
        for (var order : inOneOrder(chosen)) {
            if (!handovers.begin(desk.community().id(), order, desk.leader())) {
                throw alreadyHandedOver(desk, order);
            }
            collected.collect(desk.community().id(), new OrderId(order), desk.leader());
        }
        live.changed(desk.topic());
        return standing(desk, chosen.iterator().next()).at();
    }

    /**
     * Hands one order over, or says which hand-over was quicker. Refuses with the order's own refusal what may not be
     * handed over. Part of the caller's transaction.
     */
    Tried tryOne(Desk desk, UUID order) {
        var community = desk.community().id();
        boolean first = handovers.begin(community, order, desk.leader());
        if (first) {
            collected.collect(community, new OrderId(order), desk.leader());
            live.changed(desk.topic());
        }
        return new Tried(first, handovers.last(community, order).orElseThrow(NotHandedOver::new));
    }

    /** Whether this hand-over was the first, and the one that counts. */
    record Tried(boolean first, HandoverNote note) {}

    /** Takes exactly this hand-over back. Refuses with NotHandedOver (409). Part of the caller's transaction. */
    HandoverNote undoOnly(Desk desk, Handovers.HandoverId handover) {
        var note = handovers
                .undoOnly(desk.community().id(), handover, desk.leader())
                .orElseThrow(NotHandedOver::new);
        collected.undoCollect(desk.community().id(), new OrderId(note.order()), desk.leader());
        live.changed(desk.topic());
        return note;
    }

    /** Takes the hand-over of these orders back, all or none. Refuses with NotHandedOver (409). */
    @Transactional
    public void undo(Desk desk, Collection<UUID> chosen) {
        for (var order : inOneOrder(chosen)) {
            if (!handovers.undo(desk.community().id(), order, desk.leader())) {
                throw new NotHandedOver();
            }
            collected.undoCollect(desk.community().id(), new OrderId(order), desk.leader());
        }
        live.changed(desk.topic());
    }

    /** Two desks with the same bag lock its orders in the same sequence. */
    private static List<UUID> inOneOrder(Collection<UUID> chosen) {
        return chosen.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }

    private AlreadyHandedOver alreadyHandedOver(Desk desk, UUID order) {
        var standing = standing(desk, order);
        return new AlreadyHandedOver(
                members.card(standing.by()).name(),
                moment(standing.at(), desk.community().zone()));
    }

    private HandoverNote standing(Desk desk, UUID order) {
        var standing = handovers.of(desk.community().id(), List.of(order)).get(order);
        if (standing == null) {
            throw new NotHandedOver();
        }
        return standing;
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.withZone(zone).format(at);
    }
}
