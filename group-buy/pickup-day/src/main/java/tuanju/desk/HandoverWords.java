package tuanju.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.pickup.PickupOrder;

/** Who handed an order over, or decided about it, and when: in words. */
@NamedInterface("rooms")
public record HandoverWords(
        Map<UUID, HandoverNote> notes,
        Map<UUID, List<PartNote>> parts,
        Map<UUID, BagDecision> decisions,
        Map<UUID, Doubt> doubts,
        Map<MemberId, MemberCard> staff,
        ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M-d HH:mm", Locale.ROOT);

    String at(PickupOrder order) {
        var at = order.collectedAt();
        return at == null ? "" : moment(at, zone);
    }

    String by(PickupOrder order) {
        var note = notes.get(order.id());
        return note == null ? "" : name(note.by());
    }

    String leftWith(PickupOrder order) {
        var note = notes.get(order.id());
        return note == null ? "" : note.leftWith();
    }

    Bag.@Nullable Decided decided(PickupOrder order) {
        var decision = order.collected() ? null : decisions.get(order.id());
        return decision == null
                ? null
                : new Bag.Decided(decision.outcome(), moment(decision.at(), zone), name(decision.by()));
    }

    List<PartNote> parts(PickupOrder order) {
        return parts.getOrDefault(order.id(), List.of());
    }

    List<Bag.Earlier> earlier(PickupOrder order) {
        return parts(order).stream().map(this::earlier).toList();
    }

    private Bag.Earlier earlier(PartNote part) {
        var of = part.pieces();
        return new Bag.Earlier(part.id(), of.title(), of.pieces(), moment(part.at(), zone), name(part.by()));
    }

    private String name(MemberId who) {
        var card = staff.get(who);
        return card == null ? "" : card.name();
    }

    public static String moment(Instant at, ZoneId zone) {
        return MOMENT.withZone(zone).format(at);
    }
}
