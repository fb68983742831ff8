package tuanju.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tuanju.address.AddressFlag.Kind;
import tuanju.address.DoorToken.Mark;

/** Finds building, unit and room among the numbers behind the lane. */
record DoorPattern(Neighbourhood neighbourhood) {

    private static final int LONGEST_ROOM = 4;

    DoorReading read(List<DoorToken> tokens) {
        int marked = building(tokens);
        if (marked >= 0) {
            return fromBuilding(tokens.get(marked), tokens.subList(marked + 1, tokens.size()));
        }
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (tokens.get(at + 1).isDashed() || isSpacedPair(tokens.get(at), tokens.get(at + 1))) {
                return fromBuilding(tokens.get(at), tokens.subList(at + 1, tokens.size()));
            }
        }
        return tokens.isEmpty() ? DoorReading.NONE : lone(tokens);
    }

    /** The first that is marked as one; behind the number of a road, the next that can be nothing else: 530号…A座. */
    private static int building(List<DoorToken> tokens) {
        var marks = IntStream.range(0, tokens.size())
                .filter(at -> tokens.get(at).mark() == Mark.BUILDING)
                .boxed()
                .toList();
        if (marks.size() > 1 && !tokens.get(marks.get(0)).isSurelyBuilding()) {
            int next = marks.get(1);
            return tokens.get(next).isSurelyBuilding() ? next : marks.get(0);
        }
        return marks.isEmpty() ? -1 : marks.get(0);
    }

    private DoorReading fromBuilding(DoorToken building, List<DoorToken> behind) {
        if (!building.isBuildingLike()) {
            return DoorReading.of(null, null, Kind.AMBIGUOUS_NUMBER.with(building.written()));
        }
        var units = behind.stream().filter(token -> isUnit(token, behind)).toList();
        var rooms = behind.stream()
                .filter(token -> !units.contains(token) && !isFloor(token, behind))
                .toList();
        var named = building.plainNumber();
        var room = rooms.isEmpty() ? null : rooms.getFirst().plainNumber();
        var flags = rooms.isEmpty() ? new AddressFlag[0] : flags(named, rooms);
        var unit = units.isEmpty() ? null : units.getFirst().plainNumber();
        return withoutLane(severalUnits(DoorReading.of(named, room, flags).inUnit(unit), units));
    }

    /** 2 in 86号2单元801, and in 86-2-801 where nothing else is said of it. */
    private static boolean isUnit(DoorToken token, List<DoorToken> behind) {
        return token.mark() == Mark.UNIT || token.mark() == Mark.NONE && liesOnTheWay(token, behind);
    }

    /** 8 in 86号8楼801. */
    private static boolean isFloor(DoorToken token, List<DoorToken> behind) {
        int next = behind.indexOf(token) + 1;
        boolean leadsOn = next < behind.size() && behind.get(next).isRoomLike();
        return token.mark() == Mark.FLOOR || token.isFloor() && leadsOn;
    }

    /** A short number between building and room. */
    private static boolean liesOnTheWay(DoorToken token, List<DoorToken> behind) {
        int next = behind.indexOf(token) + 1;
        boolean isShort = token.number().length() <= 2;
        return next == 1 && isShort && next < behind.size() && behind.get(next).isRoomLike();
    }

    private static DoorReading severalUnits(DoorReading door, List<DoorToken> units) {
        var named = units.stream().map(DoorToken::plainNumber).distinct().toList();
        if (named.size() < 2) {
            return door;
        }
        var written = units.stream().map(DoorToken::written).toList();
        var flag = Kind.SEVERAL_DOORS.with(door.building() + " " + String.join(" ", written));
        return door.flagged(DoorReading.joined(door.flags(), List.of(flag)));
    }

    private AddressFlag[] flags(String building, List<DoorToken> rooms) {
        var flags = new ArrayList<AddressFlag>();
        var room = rooms.getFirst();
        if (!room.isRoomLike() && !room.number().matches("[A-Z]\\d{1,4}")) {
            flags.add(Kind.UNUSUAL_ROOM.with(building + "-" + room.written()));
        }
        var others = rooms.subList(1, rooms.size());
        if (!others.isEmpty() && !repeats(building, room, others)) {
            var written = rooms.stream().map(DoorToken::written).toList();
            flags.add(Kind.SEVERAL_DOORS.with(building + " " + String.join(" ", written)));
        }
        return flags.toArray(AddressFlag[]::new);
    }

    private static boolean repeats(String building, DoorToken room, List<DoorToken> others) {
        var said = Arrays.asList(building, room.plainNumber());
        return others.stream().map(DoorToken::plainNumber).allMatch(said::contains);
    }

    private DoorReading withoutLane(DoorReading door) {
        if (door.building() == null || !neighbourhood.isLane(door.building())) {
            return door;
        }
        var flags = DoorReading.joined(door.flags(), List.of(Kind.BUILDING_IS_LANE.with(door.written())));
        return new DoorReading(null, null, door.unit(), door.room(), flags);
    }

    private static boolean isSpacedPair(DoorToken first, DoorToken second) {
        return first.mark() == Mark.NONE
                && first.isBuildingLike()
                && second.isApartBySpaceOnly()
                && second.isRoomLike();
    }

    private DoorReading lone(List<DoorToken> tokens) {
        var token = tokens.getLast();
        if (token.mark() == Mark.ROOM && token.number().length() <= LONGEST_ROOM) {
            return DoorReading.of(null, token.plainNumber()).inUnit(unitBefore(tokens));
        }
        if (unitBefore(tokens) != null && token.mark() == Mark.NONE && token.isRoomLike()) {
            return DoorReading.of(null, token.plainNumber()).inUnit(unitBefore(tokens));
        }
        if (token.number().matches("\\d{4,7}") && token.mark() != Mark.UNIT) {
            return glued(token);
        }
        return DoorReading.of(null, null, Kind.AMBIGUOUS_NUMBER.with(token.written()));
    }

    /** 2 in 2单元502, where no building was named. */
    private static @Nullable String unitBefore(List<DoorToken> tokens) {
        return tokens.stream()
                .limit(tokens.size() - 1L)
                .filter(token -> token.mark() == Mark.UNIT)
                .map(DoorToken::plainNumber)
                .findFirst()
                .orElse(null);
    }

    private DoorReading glued(DoorToken token) {
        var number = new GluedNumber(token.number());
        boolean couldBeRoom =
                token.number().length() == LONGEST_ROOM && token.isRoomLike() && isOnAFloor(token.number());
        var split = number.split(neighbourhood);
        if (split.isEmpty() || couldBeRoom) {
            return DoorReading.of(null, null, Kind.AMBIGUOUS_NUMBER.with(token.written()));
        }
        var found = split.get();
        var flag = Kind.GLUED_NUMBER.with(token.number() + " → " + found.building() + " / " + found.room());
        return DoorReading.of(found.building(), found.room(), flag);
    }

    private static boolean isOnAFloor(String room) {
        return Integer.parseInt(room) / 100 <= 40;
    }
}
