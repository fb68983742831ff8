package tuanju.teambuy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.money.Money;

/** Reads teams with what they buy and who sits in them: four queries, however many teams. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class TeamRows {

    private static final int MOST_TO_JOIN = 20;

    private static final String COLUMNS = """
            t.id, t.code, o.code as offer_code, t.sku_id, t.price_fen, t.size, t.seats_taken,
                t.seats_paid, t.pickup_after_days, t.status, t.opened_at, t.deadline, t.ended_at, now() as now,
                o.visible_from as offer_visible_from
            """;

    private static final String FROM = """
             from team t join team_offer o on o.community_id = t.community_id and o.id = t.offer_id
            where t.community_id = :community
            """;

    private static final String TEAM = "select " + COLUMNS + FROM;

    /** As its offer is seen; who sits in a team sees that one whatever becomes of the offer. */
    static final String SEEN = """
             and (may_see(t.community_id, :viewer::uuid, o.visible_from)
                or exists (select from seat mine where mine.community_id = t.community_id and mine.team_id = t.id
                    and mine.member_id = :viewer::uuid and mine.status in ('HELD', 'PAID')))
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
            Instant now,
            Visibility visibility) {}

    /** A team first, then others of its offer that one can join; and that offer. */
    record Board(List<TeamCard> teams, OfferCard offer) {}

    /** The same four queries, whatever is on the board. */
    Optional<Board> board(CommunityId community, Code team, @Nullable MemberId viewer) {
        var offers = new ArrayList<OfferRows.Row>();
        var rows = jdbc.sql("select " + COLUMNS + ", " + OfferRows.COLUMNS + FROM + SEEN + """
                         and (t.code = :code or t.status = 'OPEN' and t.deadline > now() and t.seats_taken < t.size
                            and t.seats_paid > 0 and t.offer_id = (
                                select offer_id from team where community_id = :community and code = :code))
                        order by t.code = :code desc, t.size - t.seats_taken, t.deadline limit :limit + 1
                        """)
                .param("community", community.value())
                .param("code", team.value())
                .param("viewer", viewer == null ? null : viewer.value())
                .param("limit", MOST_TO_JOIN)
                .query((row, number) -> {
                    offers.add(OfferRows.row(row, number));
                    return row(row, number);
                })
                .list();
        if (rows.isEmpty() || !rows.getFirst().code().equals(team)) {
            return Optional.empty();
        }
        var skus = catalog.skus(community, Set.of(rows.getFirst().sku()));
        var sku = Optional.ofNullable(skus.get(rows.getFirst().sku()));
        return sku.map(it -> new Board(cards(community, rows, skus), OfferRows.card(offers.getFirst(), it)));
    }

    Optional<TeamCard> one(CommunityId community, Code team) {
        return cards(community, jdbc.sql(TEAM + " and t.code = :code").param("code", team.value())).stream()
                .findFirst();
    }

    /** Where this viewer may see it. */
    Optional<TeamCard> one(CommunityId community, Code team, @Nullable MemberId viewer) {
        return cards(
                        community,
                        jdbc.sql(TEAM + SEEN + " and t.code = :code")
                                .param("code", team.value())
                                .param("viewer", viewer == null ? null : viewer.value()))
                .stream()
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

    /** The codes of all teams ever opened under an offer. */
    public List<Code> codes(CommunityId community, OfferId offer) {
        return jdbc.sql("select code from team where community_id = :community and offer_id = :offer")
                .param("community", community.value())
                .param("offer", offer.value())
                .query((row, number) -> new Code(row.getString("code")))
                .list();
    }

    /** The order and state of the reader's own seat. */
    Optional<MySeat> mine(CommunityId community, TeamId team, MemberId reader) {
        return jdbc.sql("""
                        select order_id, status = 'PAID' as paid, held_until from seat
                        where community_id = :community and team_id = :team and member_id = :reader
                            and status in ('HELD', 'PAID')
                        """)
                .param("community", community.value())
                .param("team", team.value())
                .param("reader", reader.value())
                .query((row, number) -> new MySeat(
                        row.getObject("order_id", UUID.class),
                        row.getBoolean("paid"),
                        row.getObject("held_until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A seat and the order it was taken with. */
    record MySeat(UUID order, boolean paid, Instant heldUntil) {}

    private List<TeamCard> cards(CommunityId community, StatementSpec query) {
        var rows =
                query.param("community", community.value()).query(TeamRows::row).list();
        var skus = catalog.skus(community, rows.stream().map(Row::sku).toList());
        return cards(community, rows, skus);
    }

    private List<TeamCard> cards(CommunityId community, List<Row> rows, Map<SkuId, SkuCard> skus) {
        var sitting = faces.of(community, rows.stream().map(Row::id).toList());
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(skus.get(row.sku()))
                        .map(sku -> card(row, sku, sitting.getOrDefault(row.id(), List.of()))))
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
                row.now(),
                row.visibility());
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
                row.getObject("now", OffsetDateTime.class).toInstant(),
                Visibility.stored(row, "offer_visible_from"));
    }
}
