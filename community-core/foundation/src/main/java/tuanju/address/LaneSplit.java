package tuanju.address;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.address.AddressFlag.Kind;
import tuanju.address.DoorToken.Mark;

/** The lane of an address, and the numbers behind it that name the door. */
record LaneSplit(@Nullable String lane, List<DoorToken> rest, List<AddressFlag> flags) {

    static LaneSplit of(List<DoorToken> tokens, Neighbourhood neighbourhood) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).mark() == Mark.LANE) {
                return marked(tokens, at);
            }
        }
        return unmarked(tokens, neighbourhood);
    }

    private static LaneSplit marked(List<DoorToken> tokens, int at) {
        var lane = tokens.get(at).plainNumber();
        var rest = new ArrayList<DoorToken>();
        var flags = new ArrayList<AddressFlag>();
        for (var token : tokens.subList(at + 1, tokens.size())) {
            if (token.mark() != Mark.LANE) {
                rest.add(token);
            } else if (!token.plainNumber().equals(lane)) {
                flags.add(Kind.LANES_DISAGREE.with(lane + "弄, " + token.written()));
            }
        }
        return new LaneSplit(lane, rest, flags);
    }

    /** 紫龙路500号57号701室 and 500-57-701 name the lane without saying 弄. */
    private static LaneSplit unmarked(List<DoorToken> tokens, Neighbourhood neighbourhood) {
        for (int at = 0; at < tokens.size(); at++) {
            var token = tokens.get(at);
            var rest = tokens.subList(at + 1, tokens.size());
            boolean known = neighbourhood.isLane(token.plainNumber());
            boolean onRoad = token.mark() == Mark.BUILDING && token.followsRoad() && (known || namesBuilding(rest));
            boolean inChain = at == 0 && known && startsChain(rest);
            if (onRoad || inChain) {
                var flag = Kind.ROAD_NUMBER_FOR_LANE.with(token.written() + " → " + token.plainNumber() + "弄");
                return new LaneSplit(token.plainNumber(), List.copyOf(rest), List.of(flag));
            }
        }
        return new LaneSplit(null, tokens, List.of());
    }

    private static boolean namesBuilding(List<DoorToken> rest) {
        return rest.size() >= 2
                && (rest.getFirst().mark() == Mark.BUILDING || rest.get(1).isDashed());
    }

    private static boolean startsChain(List<DoorToken> rest) {
        return rest.size() >= 2 && rest.getFirst().isDashed() && rest.get(1).isDashed();
    }
}
