package tuanju.points;

import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** A member's points for whoever gives something for them: how many there are to be used, and spending some for good. */
@Component
@RequiredArgsConstructor
public class PointsSpending {

    private final PointsLotRows lots;
    private final PointsBook book;
    private final JdbcClient jdbc;

    /** How many can be used now; what an order has set aside cannot. */
    @Transactional(readOnly = true)
    public int usable(CommunityId community, MemberId member) {
        return lots.usable(new Owner(community, member)).stream()
                .mapToInt(PointsLotRows.Free::points)
                .sum();
    }

    /**
     * For this, once for an id, out of the lots that end first. In the transaction of whoever gives it, so that nothing is spent where
     * nothing is given; as its last step, for the books are busy. Refuses with NotEnoughPoints.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spend(CommunityId community, MemberId member, int points, UUID exchange, String what) {
        var owner = new Owner(community, member);
        lots.lock(owner);
        var moved = new ArrayList<Entry>();
        int left = points;
        for (var lot : lots.usable(owner)) {
            int part = Math.min(left, lot.points());
            if (part > 0) {
                moved.add(Entry.of(Entry.Kind.EXCHANGED, lot.lot(), -part, null));
                left -= part;
            }
        }
        if (left > 0) {
            throw new NotEnoughPoints(points, points - left);
        }
        insert(owner, exchange, points, what);
        for (var entry : moved) {
            lots.take(owner, Objects.requireNonNull(entry.lot()), -entry.points());
            insert(owner, exchange, entry);
        }
        book.write(owner, moved);
    }

    private void insert(Owner owner, UUID exchange, int points, String what) {
        jdbc.sql("""
            insert into points_exchange (community_id, id, member_id, points, what)
            values (:community, :id, :member, :points, :what)
            """)
                .param("community", owner.community().value())
                .param("id", exchange)
                .param("member", owner.member().value())
                .param("points", points)
                .param("what", what)
                .update();
    }

    private void insert(Owner owner, UUID exchange, Entry entry) {
        jdbc.sql("""
            insert into points_exchange_lot (community_id, exchange_id, lot_id, points)
            values (:community, :exchange, :lot, :points)
            """)
                .param("community", owner.community().value())
                .param("exchange", exchange)
                .param("lot", entry.lot())
                .param("points", -entry.points())
                .update();
    }
}
