package tuanju.pickup;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.member.Members;

/** Finds whom a driver asks for at each point. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class Stops {

    private final Members members;

    public List<Stop> of(CycleLists lists) {
        var leaders = lists.drops().stream()
                .map(drop -> drop.point().leader())
                .distinct()
                .toList();
        var cards = members.cards(leaders);
        return lists.drops().stream()
                .map(drop -> {
                    var card = cards.get(drop.point().leader());
                    return card == null ? new Stop(drop, "", "") : new Stop(drop, card.name(), card.maskedPhone());
                })
                .toList();
    }
}
