package tuanju.cycle.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.AddressReader;
import tuanju.address.Door;
import tuanju.address.Doors;
import tuanju.address.Neighbourhood;
import tuanju.address.WrittenAddress;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.WrittenDoors;
import tuanju.cycle.importing.DoorQuestion.Why;
import tuanju.member.MemberId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/**
 * Asks a leader about doors of a cycle that leave open whose bag it is: also those of orders from before units were read,
 * whose unit stands in their room, their note or the text they came from.
 */
@Component
@RequiredArgsConstructor
public class DoorQuestions {

    private static final AddressReader READER = AddressReader.in(Neighbourhood.UNKNOWN);

    /** What stands in every way of writing one; spares the reading of all other words. */
    private static final Pattern MAY_NAME_UNIT = Pattern.compile("[元门門]|\\d\\s*[-－–—~～_]\\s*\\d");

    private final JdbcClient jdbc;
    private final OrderBook book;
    private final OrderCycles cycles;
    private final ObjectProvider<WrittenDoors> written;

    /** What is open, as the doors are walked. */
    @Transactional(readOnly = true)
    public List<DoorQuestion> open(CycleCard cycle) {
        var sheets = Stream.concat(
                        book.expectedOf(cycle.community(), cycle.id()).stream(),
                        book.unpaidOf(cycle.community(), cycle.id()).stream())
                .toList();
        return open(cycle, sheets);
    }

    /** The same without orders that the leader is asked about already. */
    @Transactional(readOnly = true)
    public List<DoorQuestion> besides(CycleCard cycle, Collection<UUID> asked) {
        return open(cycle).stream()
                .filter(question -> !asked.contains(question.order().id().value()))
                .toList();
    }

    private List<DoorQuestion> open(CycleCard cycle, Collection<OrderSheet> sheets) {
        var doors = Doors.of(
                sheets.stream().map(sheet -> sheet.address().door().unfolded()).toList());
        var words = words(cycle);
        var settled = settled(cycle);
        return sheets.stream()
                .filter(DoorQuestions::isWaiting)
                .flatMap(sheet ->
                        about(sheet, doors, words.getOrDefault(sheet.id().value(), "")).stream())
                .filter(question ->
                        !settled.contains(new Settled(question.order().id().value(), question.why())))
                .sorted((one, other) -> one.meant().compareTo(other.meant()))
                .toList();
    }

    private static Optional<DoorQuestion> about(OrderSheet sheet, Doors doors, String words) {
        var door = sheet.address().door();
        var unfolded = door.unfolded();
        if (!unfolded.equals(door)) {
            return Optional.of(new DoorQuestion(sheet, Why.UNIT_IN_FIELD, unfolded, door.shown()));
        }
        var inWords = door.unit().isEmpty() ? unitIn(sheet, words) : Optional.<DoorQuestion>empty();
        return inWords.or(() -> missing(door, doors).map(why -> new DoorQuestion(sheet, why, door, "")));
    }

    private static Optional<Why> missing(Door door, Doors doors) {
        if (doors.lacksUnit(door)) {
            return Optional.of(Why.UNIT_MISSING);
        }
        if (door.building().isEmpty() && !door.room().isEmpty()) {
            return Optional.of(Why.BUILDING_MISSING);
        }
        boolean unitOnly = !door.unit().isEmpty() && door.room().isEmpty();
        return unitOnly ? Optional.of(Why.ROOM_MISSING) : Optional.empty();
    }

    /** The first of note, address and list line that names a unit of what can be this door. */
    private static Optional<DoorQuestion> unitIn(OrderSheet sheet, String words) {
        var door = sheet.address().door();
        return Stream.of(sheet.note(), sheet.address().text(), words)
                .filter(text -> MAY_NAME_UNIT.matcher(text).find())
                .flatMap(text ->
                        unitIn(text, door)
                                .map(meant -> new DoorQuestion(sheet, Why.UNIT_IN_WORDS, meant, text))
                                .stream())
                .findFirst();
    }

    private static Optional<Door> unitIn(String text, Door door) {
        return Stream.of(new WrittenAddress("", text, "", "", ""), WrittenAddress.text(text))
                .map(it -> READER.read(it).door().withoutLane())
                .filter(found -> !found.unit().isEmpty() && found.namesRoom() && door.canBe(found))
                .findFirst()
                .map(door::or);
    }

    /** The leader has looked at a door of their cycle and leaves it as it is. Refuses with NotFound orders of another. */
    @Transactional
    public void settle(MemberId leader, Code code, Code order) {
        var cycle = cycles.ledBy(leader, code);
        var id = book.idsIn(cycle.community(), cycle.id(), List.of(order)).getFirst();
        open(cycle).stream()
                .filter(question -> question.order().id().equals(id))
                .forEach(question -> jdbc.sql("""
                                insert into cycle_door_settled (community_id, cycle_id, order_id, why, settled_by)
                                values (:community, :cycle, :order, :why, :leader) on conflict do nothing
                                """)
                        .param("community", cycle.community().value())
                        .param("cycle", cycle.id())
                        .param("order", id.value())
                        .param("why", question.why().name())
                        .param("leader", leader.value())
                        .update());
    }

    private record Settled(UUID order, Why why) {}

    private Set<Settled> settled(CycleCard cycle) {
        return new HashSet<>(jdbc.sql("""
                        select order_id, why from cycle_door_settled
                        where community_id = :community and cycle_id = :cycle
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) ->
                        new Settled(row.getObject("order_id", UUID.class), Why.valueOf(row.getString("why"))))
                .list());
    }

    private Map<UUID, String> words(CycleCard cycle) {
        var words = new HashMap<UUID, String>();
        written.orderedStream().forEach(each -> words.putAll(each.written(cycle)));
        return words;
    }

    /** What is in its buyer's hands needs no door any more. */
    private static boolean isWaiting(OrderSheet sheet) {
        return sheet.status() != OrderStatus.COLLECTED && sheet.status() != OrderStatus.COMPLETED;
    }
}
