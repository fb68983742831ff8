package tuanju.teambuy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Reads teams with what they buy and who sits in them: four queries, however many teams. */
@Component
@RequiredArgsConstructor
class TeamRows {

    private static final int MOST_TO_JOIN = 20;

    private static final String TEAM = """
        select t.id, t.code, o.code as offer_code, t.sku_id, t.price_fen, t.size, t.seats_taken,
            t.seats_paid, t.pickup_after_days, t.status, t.opened_at, t.deadline, t.ended_at, now() as now
        from team t join team_offer o on o.community_id = t.community_id and o.id = t.offer_id
        where t.community_id = :community
        """;

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Faces faces;

    private record Row(
            TeamId id,
            Code code,
            Code offer,
            SkuId sku,
            Money price,
            int size,
            int seatsTaken,
            int seatsPaid,
            int pickupAfterDays,
            TeamStatus status,
            Instant openedAt,
            Instant deadline,
            @Nullable Instant endedAt,
            Instant now) {}

    Optional<TeamCard> one(CommunityId community, Code team) {
        return cards(community, jdbc.sql(TEAM + " and t.code = :code").param("code", team.value())).stream()
                .findFirst();
    }

    /** Those with at least one person who paid: an empty team is nobody to join. */
    List<TeamCard> toJoin(CommunityId community, Code offer) {
        return cards(
                community, jdbc.sql(TEAM + """
                     and o.code = :offer and t.status = 'OPEN' and t.deadline > now()
                        and t.seats_taken < t.size and t.seats_paid > 0
                    order by t.size - t.seats_taken, t.deadline limit :limit
                    """).param("offer", offer.value()).param("limit", MOST_TO_JOIN));
    }

    /** The order and state of the reader's own seat. */
    Optional<MySeat> mine(CommunityId community, TeamId team, MemberId reader) {
        return jdbc.sql("""
            select order_id, status = 'PAID' as paid from seat
            where community_id = :community and team_id = :team and member_id = :reader
                and status in ('HELD', 'PAID')
            """)
                .param("community", community.value())
                .param("team", team.value())
                .param("reader", reader.value())
                .query((row, number) -> new MySeat(row.getObject("order_id", UUID.class), row.getBoolean("paid")))
                .optional();
    }

    /** A seat and the order it was taken with. */
    record MySeat(UUID order, boolean paid) {}

    private List<TeamCard> cards(CommunityId community, StatementSpec query) {
        var rows =
                query.param("community", community.value()).query(TeamRows::row).list();
        var skus = catalog.skus(community, rows.stream().map(Row::sku).toList());
        var sitting = faces.of(community, rows.stream().map(Row::id).toList());
        return rows.stream()
                .filter(row -> skus.containsKey(row.sku()))
                .map(row -> card(row, skus.get(row.sku()), sitting.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static TeamCard card(Row row, SkuCard sku, List<Face> faces) {
        return new TeamCard(
                sku.community(),
                row.id(),
                row.code(),
                row.offer(),
                sku.productName(),
                sku.spec(),
                sku.picture(),
                row.price(),
                sku.price(),
                row.size(),
                row.seatsTaken(),
                row.seatsPaid(),
                row.pickupAfterDays(),
                row.status(),
                row.openedAt(),
                row.deadline(),
                row.endedAt(),
                faces,
                row.now());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Row(
                new TeamId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                new Code(row.getString("offer_code")),
                new SkuId(row.getObject("sku_id", UUID.class)),
                Money.ofFen(row.getLong("price_fen")),
                row.getInt("size"),
                row.getInt("seats_taken"),
                row.getInt("seats_paid"),
                row.getInt("pickup_after_days"),
                TeamStatus.valueOf(row.getString("status")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("deadline", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getObject("now", OffsetDateTime.class).toInstant());
    }
}
