package tuanju.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tuanju.address.AddressFlag.Kind;
import tuanju.address.DoorToken.Mark;

/** Finds building and room among the numbers behind the lane. */
record DoorPattern(Neighbourhood neighbourhood) {

    private static final int LONGEST_ROOM = 4;

    Door read(List<DoorToken> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).mark() == Mark.BUILDING) {
                return fromBuilding(tokens.get(at), tokens.subList(at + 1, tokens.size()));
            }
        }
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (tokens.get(at + 1).isDashed() || isSpacedPair(tokens.get(at), tokens.get(at + 1))) {
                return fromBuilding(tokens.get(at), tokens.subList(at + 1, tokens.size()));
            }
        }
        return tokens.isEmpty() ? Door.NONE : lone(tokens);
    }

    private Door fromBuilding(DoorToken building, List<DoorToken> behind) {
        if (!building.isBuildingLike()) {
            return Door.of(null, null, Kind.AMBIGUOUS_NUMBER.with(building.written()));
        }
        var rooms =
                behind.stream().filter(token -> !isUnitOrFloor(token, behind)).toList();
        var named = building.plainNumber();
        if (rooms.isEmpty()) {
            return withoutLane(Door.of(named, null));
        }
        var room = rooms.getFirst().plainNumber();
        return withoutLane(Door.of(named, room, flags(named, rooms)));
    }

    /** 8 in 86号8楼801 and 2 in 86-2-801 lie on the way to the room. */
    private static boolean isUnitOrFloor(DoorToken token, List<DoorToken> behind) {
        if (token.mark() == Mark.UNIT || token.mark() == Mark.FLOOR) {
            return true;
        }
        int next = behind.indexOf(token) + 1;
        boolean first = next == 1;
        boolean short1 = token.number().length() <= 2 && token.mark() != Mark.ROOM;
        return first && short1 && next < behind.size() && behind.get(next).isRoomLike();
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

    private Door withoutLane(Door door) {
        if (door.building() == null || !neighbourhood.isLane(door.building())) {
            return door;
        }
        var flags = Door.joined(door.flags(), List.of(Kind.BUILDING_IS_LANE.with(door.written())));
        return new Door(null, null, door.room(), flags);
    }

    private static boolean isSpacedPair(DoorToken first, DoorToken second) {
        return first.mark() == Mark.NONE
                && first.isBuildingLike()
                && second.isApartBySpaceOnly()
                && second.isRoomLike();
    }

    private Door lone(List<DoorToken> tokens) {
        var token = tokens.getLast();
        if (token.mark() == Mark.ROOM && token.number().length() <= LONGEST_ROOM) {
            return Door.of(null, token.plainNumber());
        }
        if (token.number().matches("\\d{4,7}") && token.mark() != Mark.UNIT) {
            return glued(token);
        }
        return Door.of(null, null, Kind.AMBIGUOUS_NUMBER.with(token.written()));
    }

    private Door glued(DoorToken token) {
        var number = new GluedNumber(token.number());
        boolean couldBeRoom = token.number().length() == LONGEST_ROOM && token.isRoomLike() && isFloor(token.number());
        var split = number.split(neighbourhood);
        if (split.isEmpty() || couldBeRoom) {
            return Door.of(null, null, Kind.AMBIGUOUS_NUMBER.with(token.written()));
        }
        var found = split.get();
        var flag = Kind.GLUED_NUMBER.with(token.number() + " → " + found.building() + " / " + found.room());
        return Door.of(found.building(), found.room(), flag);
    }

    private static boolean isFloor(String room) {
        return Integer.parseInt(room) / 100 <= 40;
    }
}
