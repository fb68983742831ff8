package tuanju.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.deputy.Leading;
import tuanju.deputy.Post;
import tuanju.deputy.Right;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;

/** Finds order cycles, for everyone by code and for leaders only their own. */
@Component
@RequiredArgsConstructor
public class OrderCycles {

    public static final String COLUMNS = """
            select id, community_id, code, title, leader_id, status, opens, cut_off, pickup_from, pickup_until,
                   pickup_point_id, pickup_name, pickup_area, pickup_address, pickup_hours,
                   minimum_kind, minimum, boxfill_until, discount_from_fen, discount_off_fen, decide_by, extended_at, edition,
                   visible_from,
                   (select p.pickup_from from cycle_point p where p.community_id = order_cycle.community_id
                        and p.cycle_id = order_cycle.id and p.position = 0) as main_from,
                   (select p.pickup_until from cycle_point p where p.community_id = order_cycle.community_id
                        and p.cycle_id = order_cycle.id and p.position = 0) as main_until
            from order_cycle
            """;

    /** Whether somebody, null for who is not signed in, may see a cycle. */
    public static final String SEEN = "may_see(community_id, :viewer::uuid, visible_from)";

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Leaders leaders;
    private final Leading leading;
    private final CycleProducts products;

    /** The cycle with this public code, for whoever may see all of them; refuses with NotFound. */
    public CycleCard byCode(Code code) {
        return jdbc.sql(COLUMNS + "where community_id = :community and code = :code")
                .param("community", communities.of(code).id().value())
                .param("code", code.value())
                .query(OrderCycles::card)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * The cycle with this code as this viewer may see it; null for who is not signed in. A draft is nobody's but its leader's.
     * Refuses with NotFound, by the same statement as a code of nothing.
     */
    public CycleCard visible(Code code, @Nullable MemberId viewer) {
        return seen(code, viewer, "status <> 'DRAFT' and " + SEEN);
    }

    /** The same, or a draft of this member's own. */
    public CycleCard visibleOrDrafted(Code code, MemberId viewer) {
        var cycle = seen(code, viewer, "(leader_id = :viewer::uuid or status <> 'DRAFT') and " + SEEN);
        return cycle.status() == CycleStatus.DRAFT ? ledBy(viewer, code) : cycle;
    }

    private CycleCard seen(Code code, @Nullable MemberId viewer, String condition) {
        return jdbc.sql(COLUMNS + "where community_id = :community and code = :code and " + condition)
                .param("community", communities.of(code).id().value())
                .param("code", code.value())
                .param("viewer", viewer == null ? null : viewer.value())
                .query(OrderCycles::card)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The cycle with this id; refuses with NotFound. */
    public CycleCard byId(CommunityId community, UUID id) {
        return jdbc.sql(COLUMNS + "where community_id = :community and id = :id")
                .param("community", community.value())
                .param("id", id)
                .query(OrderCycles::card)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Those of these ids that are cycles, by id. */
    public Map<UUID, CycleCard> byIds(CommunityId community, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(COLUMNS + "where community_id = :community and id in (:ids)")
                        .param("community", community.value())
                        .param("ids", ids)
                        .query(OrderCycles::card)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(CycleCard::id, Function.identity()));
    }

    /** The cycle with this code, if this member made it and still leads its community; refuses with NotFound otherwise. */
    public CycleCard ledBy(MemberId leader, Code code) {
        var cycle = byCode(code);
        if (!cycle.leader().equals(leader) || !leaders.leads(leader, cycle.community())) {
            throw new NotFound();
        }
        return cycle;
    }

    /**
     * The cycle with this code, if this member may do this in it: its leader, or a deputy with that right. Refuses with
     * NotFound otherwise.
     */
    public CycleCard helpedBy(MemberId me, Code code, Right right) {
        var cycle = byCode(code);
        if (!leading.may(me, right, cycle.community(), cycle.leader())) {
            throw new NotFound();
        }
        return cycle;
    }

    /** What leaders for whom this member stands in have under way: no drafts, nothing long over; at most 50. */
    public List<CycleCard> underWay(Post post) {
        return jdbc.sql(COLUMNS + """
                        where community_id = :community and leader_id = :leader and status not in ('DRAFT', 'LAPSED')
                            and pickup_until > now() - interval '3 days'
                        order by cut_off desc, id desc
                        limit 50
                        """)
                .param("community", post.community().id().value())
                .param("leader", post.leader().value())
                .query(OrderCycles::card)
                .list();
    }

    /** The cycles of this leader in the communities they lead now, but drafts thrown away; latest cut-off first, at most 200. */
    public List<CycleCard> of(MemberId leader) {
        var led = leaders.communitiesLedBy(leader).stream()
                .map(CommunityCard::id)
                .map(CommunityId::value)
                .toList();
        if (led.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + """
                        where community_id in (:communities) and leader_id = :leader and change_cause <> 'discarded'
                        order by cut_off desc, id desc
                        limit 200
                        """)
                .param("communities", led)
                .param("leader", leader.value())
                .query(OrderCycles::card)
                .list();
    }

    /** What one can order in a cycle, in its leader's order. */
    public List<CycleProduct> products(CycleCard cycle) {
        return products.of(cycle);
    }

    public static CycleCard card(ResultSet row, int number) throws SQLException {
        return new CycleCard(
                row.getObject("id", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                new Code(row.getString("code")),
                row.getString("title"),
                new MemberId(row.getObject("leader_id", UUID.class)),
                CycleStatus.valueOf(row.getString("status")),
                instant(row, "opens"),
                instant(row, "cut_off"),
                instant(row, "pickup_from"),
                instant(row, "pickup_until"),
                new CyclePoint(place(row), instant(row, "main_from"), instant(row, "main_until")),
                new CycleTerms(
                        Minimum.of(row.getString("minimum_kind"), row.getLong("minimum")),
                        instantOrNull(row, "boxfill_until"),
                        discount(row),
                        Visibility.stored(row)),
                new CycleCard.Turns(
                        instantOrNull(row, "decide_by"), instantOrNull(row, "extended_at"), row.getInt("edition")));
    }

    public static @Nullable LeaderDiscount discount(ResultSet row) throws SQLException {
        return LeaderDiscount.of(
                row.getObject("discount_from_fen", Long.class), row.getObject("discount_off_fen", Long.class));
    }

    private static PickupPlace place(ResultSet row) throws SQLException {
        return new PickupPlace(
                row.getObject("pickup_point_id", UUID.class),
                row.getString("pickup_name"),
                row.getString("pickup_area"),
                row.getString("pickup_address"),
                row.getString("pickup_hours"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
