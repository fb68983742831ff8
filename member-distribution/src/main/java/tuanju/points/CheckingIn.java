package tuanju.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;

/** A member checks in (打卡): once a day, the business day in Shanghai, by the server's clock. */
@Component
@RequiredArgsConstructor
public class CheckingIn {

    private final PointsTermRows terms;
    private final Memberships memberships;
    private final PointsKeeping keeping;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Refuses (409) the second of a day (checked-in-already), who does not belong here (check-in-of-members), and where nothing is
     * given for it (no-check-ins).
     */
    @Transactional
    CheckIn checkIn(Owner owner) {
        int points = terms.of(owner.community()).perCheckIn();
        if (points == 0) {
            throw CheckedInAlready.notHere();
        }
        if (memberships
                .of(owner.member(), owner.community())
                .filter(Membership::isActive)
                .isEmpty()) {
            throw CheckedInAlready.notTheirs();
        }
        var today = Lot.today(clock);
        var done = new CheckIn(today, streak(owner, today), points);
        if (!insert(owner, done)) {
            throw CheckedInAlready.today();
        }
        var now = clock.instant();
        keeping.add(owner, Entry.Kind.CHECKED_IN, Lot.got(Lot.Rule.CHECK_IN, null, points, now, now));
        return done;
    }

    /** The same for whoever sets up a community to look at. */
    @Transactional
    public void checkIn(CommunityId community, MemberId member) {
        var unused = checkIn(new Owner(community, member));
    }

    /** Their check-ins of these days, oldest first. */
    @Transactional(readOnly = true)
    List<CheckIn> between(Owner owner, LocalDate first, LocalDate last) {
        return jdbc.sql("""
            select day, streak, points from points_check_in
            where community_id = :community and member_id = :member and day between :first and :last order by day
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .param("first", first)
                .param("last", last)
                .query((row, number) ->
                        new CheckIn(row.getObject("day", LocalDate.class), row.getInt("streak"), row.getInt("points")))
                .list();
    }

    private int streak(Owner owner, LocalDate today) {
        var yesterday = between(owner, today.minusDays(1), today.minusDays(1));
        return yesterday.isEmpty() ? 1 : yesterday.getFirst().streak() + 1;
    }

    private boolean insert(Owner owner, CheckIn done) {
        return jdbc.sql("""
            insert into points_check_in (community_id, member_id, day, streak, points)
            values (:community, :member, :day, :streak, :points) on conflict do nothing
            """)
                        .param("community", owner.community().value())
                        .param("member", owner.member().value())
                        .param("day", done.day())
                        .param("streak", done.streak())
                        .param("points", done.points())
                        .update()
                == 1;
    }
}
