package tuanju.order.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.PickupPoints;
import tuanju.member.KnownFact;
import tuanju.member.MemberId;

/**
 * Where a member collected last: asked of whoever proves their phone after a year. Which other points stand beside it, and
 * in which order, depends on the member alone, so that asking again rules none of them out.
 */
@Component
@RequiredArgsConstructor
class LastPickupPoint implements KnownFact {

    private static final int OTHERS = 5;
    /** With fewer, a guess is too good. */
    private static final int FEWEST_OTHERS = 3;

    private final JdbcClient jdbc;
    private final PickupPoints points;

    @Override
    public Optional<Question> about(MemberId member) {
        return last(member).flatMap(right -> {
            var choices = new ArrayList<String>(
                    points.othersThan(right, member.value().toString(), OTHERS));
            if (choices.size() < FEWEST_OTHERS) {
                return Optional.empty();
            }
            choices.add(Math.floorMod(member.hashCode(), choices.size() + 1), right);
            return Optional.of(new Question("member.question.pickup", List.copyOf(choices), right));
        });
    }

    private Optional<String> last(MemberId member) {
        return jdbc.sql("""
            select pickup_point_name from orders
            where buyer_id = :member and status in ('CONFIRMED', 'COLLECTED', 'COMPLETED')
            order by placed_at desc, id desc
            limit 1
            """).param("member", member.value()).query(String.class).optional();
    }
}
