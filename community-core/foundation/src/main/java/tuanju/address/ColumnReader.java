package tuanju.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.address.AddressFlag.Kind;
import tuanju.address.DoorToken.Mark;

/** Reads the columns 弄号, 楼号, 单元 and 房号, where people also type whole doors and 别墅. */
final class ColumnReader {

    private static final Pattern NOTHING = Pattern.compile("|无|没有|暂无|空|[-/\\\\.。*]+");

    private final Neighbourhood neighbourhood;
    private final List<AddressFlag> flags = new ArrayList<>();
    private final List<DoorReading> whole = new ArrayList<>();

    private ColumnReader(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    static DoorReading read(WrittenAddress written, Neighbourhood neighbourhood) {
        var reader = new ColumnReader(neighbourhood);
        var lane = reader.lane(written.lane());
        var building = reader.building(written.building());
        var room = reader.room(written.room(), building);
        return reader.together(new DoorReading(lane, building, reader.unit(written.unit()), room, List.of()));
    }

    private @Nullable String lane(String cell) {
        if (isNothing(cell)) {
            return null;
        }
        var plain = Glyphs.plain(cell);
        var tokens = meant(plain.text());
        flags.addAll(plain.repairs());
        if (tokens.size() == 1 && tokens.getFirst().mark() != Mark.ROOM) {
            return laneAlone(tokens.getFirst());
        }
        var door = DoorReader.in(neighbourhood).read(cell);
        if (door.lane() == null && !door.isNamed()) {
            flags.add(Kind.UNREADABLE_COLUMN.with("弄号: " + cell));
        } else if (door.isNamed()) {
            heldMore("弄号", cell, door);
        }
        return door.lane();
    }

    private String laneAlone(DoorToken token) {
        if (token.mark() == Mark.BUILDING) {
            flags.add(Kind.ROAD_NUMBER_FOR_LANE.with(token.written() + " → " + token.plainNumber() + "弄"));
        }
        return token.plainNumber();
    }

    private @Nullable String building(String cell) {
        if (isNothing(cell)) {
            return null;
        }
        var plain = Glyphs.plain(cell);
        var tokens = meant(plain.text());
        flags.addAll(plain.repairs());
        if (tokens.size() != 1 || tokens.getFirst().number().length() > 4) {
            return heldWholeDoor("楼号", cell).building();
        }
        var token = tokens.getFirst();
        if (token.mark() == Mark.LANE || neighbourhood.isLane(token.plainNumber())) {
            flags.add(Kind.BUILDING_IS_LANE.with("楼号: " + cell.strip()));
            return null;
        }
        if (!token.isBuildingLike()) {
            return heldWholeDoor("楼号", cell).building();
        }
        return token.plainNumber();
    }

    private @Nullable String unit(String cell) {
        if (isNothing(cell)) {
            return null;
        }
        var tokens = meant(Glyphs.plain(cell).text());
        if (tokens.size() == 1 && tokens.getFirst().isBuildingLike()) {
            return tokens.getFirst().plainNumber();
        }
        flags.add(Kind.UNREADABLE_COLUMN.with("单元: " + cell.strip()));
        return null;
    }

    private @Nullable String room(String cell, @Nullable String building) {
        if (isNothing(cell)) {
            return null;
        }
        if (cell.contains(Address.VILLA) || cell.contains("独栋")) {
            return Address.VILLA;
        }
        var plain = Glyphs.plain(cell);
        var tokens = meant(plain.text());
        flags.addAll(plain.repairs());
        var behind = building == null
                ? Door.UNKNOWN
                : Door.of(building, plain.text()).unfolded();
        if (!behind.unit().isEmpty() && !behind.unit().equals(building)) {
            heldMore("房号", cell, new DoorReading(null, null, behind.unit(), behind.room(), List.of()));
            return behind.room();
        }
        if (tokens.size() != 1 || tokens.getFirst().number().length() > 4) {
            return heldWholeDoor("房号", cell).room();
        }
        return roomAlone(tokens.getFirst(), cell, building);
    }

    private @Nullable String roomAlone(DoorToken token, String cell, @Nullable String building) {
        if (token.mark() == Mark.LANE) {
            flags.add(Kind.UNREADABLE_COLUMN.with("房号: " + cell.strip()));
            return null;
        }
        if (!token.isRoomLike()) {
            flags.add(Kind.UNUSUAL_ROOM.with((building == null ? "?" : building) + "-" + cell.strip()));
        }
        return token.plainNumber();
    }

    private DoorReading heldWholeDoor(String column, String cell) {
        var door = DoorReader.in(neighbourhood).read(cell);
        if (door.isNamed()) {
            heldMore(column, cell, door);
        } else {
            flags.add(Kind.UNREADABLE_COLUMN.with(column + ": " + cell.strip()));
        }
        return door;
    }

    private void heldMore(String column, String cell, DoorReading door) {
        flags.add(Kind.COLUMN_HELD_MORE.with(column + ": " + cell.strip()));
        flags.addAll(door.flags().stream().filter(flag -> !flags.contains(flag)).toList());
        whole.add(door);
    }

    private DoorReading together(DoorReading columns) {
        var own = columns;
        for (var door : whole) {
            if (!own.agreesWith(door)) {
                flags.add(Kind.COLUMNS_DISAGREE.with(own.written() + " ≠ " + door.written()));
            }
            own = own.or(door);
        }
        return own.flagged(DoorReading.joined(List.of(), flags));
    }

    private static List<DoorToken> meant(String plain) {
        return DoorTokens.in(plain).stream()
                .filter(token -> token.mark() != Mark.NOISE)
                .toList();
    }

    private static boolean isNothing(String cell) {
        return NOTHING.matcher(cell.strip()).matches();
    }
}
