package tuanju.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.page.KeysetPage;

/** Reads a member's points. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class PointsReading {

    private static final int PAGE = 20;
    private static final int LOTS = 60;

    private final PointsTermRows terms;
    private final OrderBook orders;
    private final JdbcClient jdbc;

    private record Sums(int balance, int pending, int held, int debt) {

        static final Sums NONE = new Sums(0, 0, 0, 0);
    }

    private record Moved(
            UUID id, Entry.Kind kind, int points, @Nullable UUID order, Instant at) {}

    /** Their points there, and what happened to them after this one, the latest first. */
    PointsNow of(CommunityCard community, MemberId member, @Nullable UUID after) {
        var owner = new Owner(community.id(), member);
        var sums = sums(owner);
        var page = KeysetPage.of(moved(owner, after), PAGE, "", after, Moved::id);
        return new PointsNow(
                community,
                terms.of(community.id()),
                sums.balance(),
                sums.pending(),
                sums.held(),
                sums.debt(),
                lots(owner),
                items(community.id(), page.shown()),
                page.next());
    }

    /** Where this member has or had points. */
    List<CommunityId> homes(MemberId member) {
        return jdbc.sql("select community_id from points_account where member_id = :member")
                .param("member", member.value())
                .query((row, number) -> new CommunityId(row.getObject("community_id", UUID.class)))
                .list();
    }

    private Sums sums(Owner owner) {
        return jdbc.sql("""
            select a.debt, coalesce(sum(l.left_points - l.held_points) filter (where l.usable_from <= now() and l.ends_at > now()), 0)::int as usable,
                coalesce(sum(l.left_points - l.held_points) filter (where l.usable_from > now()), 0)::int as pending,
                coalesce(sum(l.held_points), 0)::int as held
            from points_account a
            left join points_lot l on l.community_id = a.community_id and l.member_id = a.member_id and l.left_points > 0
            where a.community_id = :community and a.member_id = :member group by a.community_id, a.member_id
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .query((row, number) ->
                        new Sums(row.getInt("usable"), row.getInt("pending"), row.getInt("held"), row.getInt("debt")))
                .optional()
                .orElse(Sums.NONE);
    }

    private List<PointsNow.Left> lots(Owner owner) {
        return jdbc.sql("""
            select sum(left_points - held_points)::int as points, greatest(usable_from, now()) as usable, ends_at
            from points_lot
            where community_id = :community and member_id = :member and left_points > held_points and ends_at > now()
            group by ends_at, greatest(usable_from, now()) order by ends_at, usable limit :most
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .param("most", LOTS)
                .query((row, number) ->
                        new PointsNow.Left(row.getInt("points"), instant(row, "usable"), instant(row, "ends_at")))
                .list();
    }

    private List<Moved> moved(Owner owner, @Nullable UUID after) {
        return jdbc.sql("""
            select id, kind, case when points = 0 then -debt else points end as points, order_id, at from points_entry
            where community_id = :community and member_id = :member and kind <> 'RENEWED'
                and (cast(:after as uuid) is null or id < cast(:after as uuid))
            order by id desc limit :limit
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((row, number) -> new Moved(
                        row.getObject("id", UUID.class),
                        Entry.Kind.valueOf(row.getString("kind")),
                        row.getInt("points"),
                        row.getObject("order_id", UUID.class),
                        instant(row, "at")))
                .list();
    }

    private List<PointsNow.Item> items(CommunityId community, List<Moved> all) {
        var codes = codes(community, all.stream().map(Moved::order).flatMap(it -> Optional.ofNullable(it).stream()));
        return all.stream()
                .map(it -> new PointsNow.Item(
                        it.id(), it.kind(), it.points(), it.order() == null ? null : codes.get(it.order()), it.at()))
                .toList();
    }

    private Map<UUID, Code> codes(CommunityId community, Stream<UUID> ids) {
        var wanted = ids.distinct().map(OrderId::new).toList();
        return orders.sheetsOf(community, wanted).stream()
                .collect(Collectors.toMap(it -> it.id().value(), OrderSheet::code));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
