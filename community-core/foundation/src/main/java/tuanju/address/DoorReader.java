package tuanju.address;

import java.util.List;
import java.util.regex.Pattern;
import tuanju.address.DoorToken.Mark;

/** Reads lane, building, unit and room from one free text. */
final class DoorReader {

    private static final Pattern VILLA = Pattern.compile("别墅|独栋");

    private final Neighbourhood neighbourhood;

    private DoorReader(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    static DoorReader in(Neighbourhood neighbourhood) {
        return new DoorReader(neighbourhood);
    }

    DoorReading read(String text) {
        var plain = Glyphs.plain(text);
        var tokens = DoorTokens.in(plain.text()).stream()
                .filter(token -> token.mark() != Mark.NOISE)
                .toList();
        var split = LaneSplit.of(tokens, neighbourhood);
        var door = new DoorPattern(neighbourhood).read(split.rest());
        if (door.building() != null
                && door.room() == null
                && VILLA.matcher(text).find()) {
            door = new DoorReading(null, door.building(), door.unit(), Address.VILLA, door.flags());
        }
        return door.inLane(split.lane(), DoorReading.joined(plain.repairs(), split.flags()));
    }

    /** Reads a note, which is about anything: a door counts only where it cannot be taken for something else. */
    DoorReading readNote(String note) {
        var tokens = DoorTokens.in(Glyphs.plain(note).text());
        boolean sure = namesRoom(tokens) || namesPair(tokens);
        return sure ? read(note) : DoorReading.NONE;
    }

    private static boolean namesRoom(List<DoorToken> tokens) {
        return tokens.stream().anyMatch(token -> token.mark() == Mark.ROOM && token.isRoomLike());
    }

    private static boolean namesPair(List<DoorToken> tokens) {
        for (int next = 1; next < tokens.size(); next++) {
            var first = tokens.get(next - 1);
            var second = tokens.get(next);
            boolean joined = second.isDashed() && first.mark() == Mark.NONE || first.mark() == Mark.BUILDING;
            boolean plain = second.mark() == Mark.NONE || second.mark() == Mark.BUILDING;
            if (joined && plain && second.gap().length() <= 2 && first.isBuildingLike() && second.isRoomLike()) {
                return true;
            }
        }
        return false;
    }
}
