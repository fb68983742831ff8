package tuanju.teambuy.joining;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.teambuy.TeamCard;
import tuanju.teambuy.TeamStatus;

/**
 * A team as the API shows it to everyone with its code; prices in fen, people masked.
 *
 * @param pickupPoints where whoever joins may collect
 */
record TeamResource(
        String code,
        String offer,
        String title,
        String spec,
        long priceFen,
        long alonePriceFen,
        int size,
        int seatsTaken,
        int seatsPaid,
        TeamStatus status,
        Instant openedAt,
        Instant deadline,
        @Nullable Instant endedAt,
        List<Member> members,
        List<PointChoice> pickupPoints,
        Instant now) {

    /** Someone sitting in it, by public name. */
    record Member(String name, boolean paid, boolean opener) {}

    static TeamResource of(TeamCard team, List<PointChoice> points) {
        return new TeamResource(
                team.code().value(),
                team.offer().value(),
                team.title(),
                team.spec(),
                team.price().fen(),
                team.alonePrice().fen(),
                team.size(),
                team.seatsTaken(),
                team.seatsPaid(),
                team.status(),
                team.openedAt(),
                team.deadline(),
                team.endedAt(),
                team.faces().stream()
                        .map(face -> new Member(face.card().publicName(), face.paid(), face.opener()))
                        .toList(),
                points,
                team.now());
    }
}
