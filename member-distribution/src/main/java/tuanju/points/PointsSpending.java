package tuanju.points;

import java.util.ArrayList;
import java.util.List;
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
    private final PointsKeeping keeping;
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

    /**
     * What was had could not be handed over: its points are their owner's again, in the lots they were of where those are not over.
     * Twice is once. As the last step of a transaction, for the books are busy.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(CommunityId community, MemberId member, UUID exchange) {
        var owner = new Owner(community, member);
        lots.lock(owner);
        if (isBackNow(owner, exchange)) {
            keeping.giveBack(owner, exchange, parts(owner, exchange), 0);
        }
    }

    private boolean isBackNow(Owner owner, UUID exchange) {
        return jdbc.sql("""
            insert into points_exchange_back (community_id, exchange_id)
            select community_id, id from points_exchange where community_id = :community and id = :id and member_id = :member
            on conflict do nothing
            """)
                        .param("community", owner.community().value())
                        .param("id", exchange)
                        .param("member", owner.member().value())
                        .update()
                == 1;
    }

    private List<PointsHoldRows.Part> parts(Owner owner, UUID exchange) {
        return jdbc.sql("""
            select lot_id, points from points_exchange_lot where community_id = :community and exchange_id = :id order by lot_id
            """)
                .param("community", owner.community().value())
                .param("id", exchange)
                .query((row, number) ->
                        new PointsHoldRows.Part(row.getObject("lot_id", UUID.class), row.getInt("points")))
                .list();
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
