package tuanju.cycle.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tuanju.address.Address;
import tuanju.address.AddressOrigin;
import tuanju.address.AddressPart;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.cycle.CycleCard;
import tuanju.cycle.NamedPoints;
import tuanju.cycle.export.ReadExport;
import tuanju.cycle.export.ReadLine;
import tuanju.cycle.export.ReadOrder;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Recipient;
import tuanju.order.life.NewLine;
import tuanju.order.life.NewOrder;

/** Turns orders read from an export into orders of a cycle. */
final class ImportedOrders {

    private static final int LONGEST_NOTE = 500;

    private ImportedOrders() {}

    /** Refuses with Invalid a door put right of no order of the file: it would be lost in silence. */
    static void mustBeIn(ReadExport export, Set<String> corrected) {
        var there = export.orders().stream().map(ReadOrder::key).collect(Collectors.toSet());
        if (!there.containsAll(corrected)) {
            throw new Invalid("doors", "import-door-unknown");
        }
    }

    /** Whether its door was put in by hand, and is another than the file says. */
    static boolean isCorrected(ReadOrder order, Map<String, Correction> corrections) {
        var correction = corrections.get(order.key());
        return correction != null && correction.of(order.address()) != order.address();
    }

    /** Under this name the order is imported once, into this cycle. */
    static String externalKey(CycleCard cycle, ReadOrder order) {
        return cycle.id() + ":" + order.key();
    }

    /** Collected at the point its note or address names, else where the others are. */
    static NewOrder newOrder(
            CycleCard cycle, String source, ReadOrder order, Map<String, Correction> corrections, NamedPoints where) {
        var correction = corrections.get(order.key());
        var door = correction == null ? order.address() : correction.of(order.address());
        var key = externalKey(cycle, order);
        return new NewOrder(
                cycle.community(),
                OrderKind.IMPORT,
                OrderSource.imported(cycle.id(), cycle.code(), source, key),
                Recipient.guest(order.name(), order.phone(), address(door)),
                CycleOrdering.pickup(
                        cycle, where.of(order.note() + "\n" + order.address().text())),
                order.lines().stream().flatMap(line -> lines(line).stream()).toList(),
                shortened(order.note()),
                null);
    }

    /** The door as orders keep it. */
    static tuanju.order.Address address(Address door) {
        return new tuanju.order.Address(door.text(), door.door(), origin(door));
    }

    /** A line's own amount is kept to the fen: what does not divide by its pieces becomes two lines. */
    static List<NewLine> lines(ReadLine line) {
        int pieces = line.written().quantity();
        long each = line.amount().fen() / pieces;
        int dearer = (int) (line.amount().fen() % pieces);
        var lines = new ArrayList<NewLine>();
        if (pieces > dearer) {
            lines.add(newLine(line, each, pieces - dearer));
        }
        if (dearer > 0) {
            lines.add(newLine(line, each + 1, dearer));
        }
        return lines;
    }

    private static NewLine newLine(ReadLine line, long fen, int pieces) {
        return NewLine.named(line.product(), line.spec(), Money.ofFen(fen), pieces);
    }

    private static String origin(Address door) {
        var origins = Stream.of(door.building(), door.unit(), door.room())
                .filter(Objects::nonNull)
                .map(AddressPart::origin)
                .distinct()
                .map(ImportedOrders::word)
                .toList();
        return String.join("+", origins);
    }

    private static String word(AddressOrigin origin) {
        return switch (origin) {
            case COLUMN -> "columns";
            case TEXT -> "text";
            case NOTE -> "note";
            case LEADER, MEMBER -> "by-hand";
        };
    }

    private static String shortened(String note) {
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE - 1) + "…";
    }

    /** The door a leader put in by hand. */
    record Correction(Door door) {

        Address of(Address read) {
            return door.withoutLane().equals(read.door().withoutLane()) ? read : read.corrected(door);
        }
    }
}
