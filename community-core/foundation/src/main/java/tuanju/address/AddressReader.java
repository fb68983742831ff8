package tuanju.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.address.AddressFlag.Kind;

/**
 * Decides what an address means where columns, text and note speak together. A note that names a door wins, because it
 * was written for this order; columns win over the text, because each was asked for by name; and every overruled
 * reading stays visible as a flag.
 */
public final class AddressReader {

    private static final Pattern REQUEST = Pattern.compile("[（(]([^（）()]*(?:送|放|挂|电话|联系|不在|门口|前台|快递柜)[^（）()]*)[）)]");

    private final Neighbourhood neighbourhood;

    private AddressReader(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    public static AddressReader in(Neighbourhood neighbourhood) {
        return new AddressReader(neighbourhood);
    }

    public Address read(WrittenAddress written) {
        var columns = ColumnReader.read(written, neighbourhood);
        var text = confirmed(textDoor(written.text(), columns), columns);
        var note = DoorReader.in(neighbourhood).readNote(written.note());
        var flags = new ArrayList<AddressFlag>();
        flags.addAll(columns.flags());
        flags.addAll(DoorReading.joined(text.flags(), note.flags()));
        flags.addAll(contradictions(columns, text, note));
        var building = part(note.building(), columns.building(), text.building());
        var unit = unit(columns, text, note);
        var room = part(note.room(), columns.room(), text.room());
        var lane = lane(columns, text, note, flags);
        flags.addAll(gaps(building, room));
        if (building != null && unit == null && neighbourhood.hasUnits(building.value())) {
            flags.add(Kind.UNIT_MISSING.with(building.value()));
        }
        requests(written.text()).forEach(wish -> flags.add(Kind.REQUEST.with(wish)));
        return new Address(written.text(), lane, building, unit, room, DoorReading.joined(List.of(), flags));
    }

    /** Columns may decide how a glued number is split, nothing else. */
    private DoorReading textDoor(String text, DoorReading columns) {
        if (columns.building() == null) {
            return DoorReader.in(neighbourhood).read(text);
        }
        return DoorReader.in(neighbourhood.withBuildings(Set.of(columns.building())))
                .read(text);
    }

    /** A number that says nothing sure alone is settled by columns that hold the same digits. */
    private static DoorReading confirmed(DoorReading text, DoorReading columns) {
        if (columns.building() == null || columns.room() == null) {
            return text;
        }
        var flags = text.flags().stream()
                .filter(flag -> flag.kind() != Kind.AMBIGUOUS_NUMBER || !isSettled(flag.evidence(), columns))
                .toList();
        return text.flagged(flags);
    }

    private static boolean isSettled(String evidence, DoorReading columns) {
        var digits = evidence.replaceAll("\\D", "");
        return digits.equals(columns.building()) || digits.equals(columns.room());
    }

    private static List<AddressFlag> contradictions(DoorReading columns, DoorReading text, DoorReading note) {
        if (note.isNamed()) {
            return againstNote(columns, text, note);
        }
        if (columns.isNamed() && text.isNamed() && !columns.agreesWith(text)) {
            return List.of(Kind.COLUMNS_DISAGREE_WITH_TEXT.with(columns.written() + " ≠ " + text.written()));
        }
        boolean silent = columns.isNamed() && !text.isNamed();
        return silent ? List.of(Kind.TEXT_IS_SILENT.with(columns.written())) : List.of();
    }

    private static List<AddressFlag> againstNote(DoorReading columns, DoorReading text, DoorReading note) {
        boolean columnsAgree = columns.agreesWith(note);
        boolean textAgrees = text.agreesWith(note);
        if (columnsAgree && textAgrees) {
            return List.of(Kind.NOTE_AGREES.with(note.written()));
        }
        var overruled = columnsAgree ? text : columns;
        var evidence = note.written() + " ← " + overruled.written();
        if (columnsAgree && columns.isNamed()) {
            return List.of(Kind.TEXT_OVERRIDDEN.with(evidence));
        }
        boolean confirmed = textAgrees && text.isNamed();
        return List.of((confirmed ? Kind.COLUMNS_OVERRIDDEN : Kind.NOTE_OVERRIDES).with(evidence));
    }

    private static @Nullable AddressPart part(@Nullable String note, @Nullable String column, @Nullable String text) {
        if (note != null && !note.equals(column)) {
            return new AddressPart(note, AddressOrigin.NOTE);
        }
        if (column != null) {
            return new AddressPart(column, AddressOrigin.COLUMN);
        }
        return text == null ? null : new AddressPart(text, AddressOrigin.TEXT);
    }

    /** Of the door that is followed: the unit of an overruled one is none of it. */
    private static @Nullable AddressPart unit(DoorReading columns, DoorReading text, DoorReading note) {
        if (note.isNamed()) {
            var confirmed = note.agreesWith(columns) ? columns.unit() : null;
            return part(note.unit(), confirmed, note.agreesWith(text) ? text.unit() : null);
        }
        return part(null, columns.unit(), columns.agreesWith(text) ? text.unit() : null);
    }

    private @Nullable AddressPart lane(
            DoorReading columns, DoorReading text, DoorReading note, List<AddressFlag> flags) {
        var lane = part(note.lane(), columns.lane(), text.lane());
        if (lane == null) {
            flags.add(Kind.LANE_MISSING.with(neighbourhood.lane() == null ? "" : neighbourhood.lane() + "弄?"));
            return null;
        }
        if (columns.lane() != null && text.lane() != null && !columns.lane().equals(text.lane())) {
            flags.add(Kind.LANES_DISAGREE.with(columns.lane() + "弄 ≠ " + text.lane() + "弄"));
        }
        if (neighbourhood.lane() != null && !neighbourhood.isLane(lane.value())) {
            flags.add(Kind.OTHER_LANE.with(lane.value() + "弄 ≠ " + neighbourhood.lane() + "弄"));
        }
        return lane;
    }

    private static List<AddressFlag> gaps(@Nullable AddressPart building, @Nullable AddressPart room) {
        var gaps = new ArrayList<AddressFlag>();
        if (building == null) {
            gaps.add(Kind.BUILDING_MISSING.with(room == null ? "" : room.value()));
        }
        if (room == null) {
            gaps.add(Kind.ROOM_MISSING.with(building == null ? "" : building.value()));
        }
        return gaps;
    }

    private static List<String> requests(String text) {
        return REQUEST.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }
}
