package tuanju.teambuy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tuanju.catalog.Catalog;
import tuanju.catalog.ProductId;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.money.Money;

/** Reads offers with what they sell: two queries, however many offers. */
@Component
@RequiredArgsConstructor
class OfferRows {

    /** Of an offer o; no name of theirs is a name of a team's. */
    static final String COLUMNS = """
            o.id as offer_id, o.code as offer_code, o.product_id, o.sku_id as offer_sku_id,
                o.price_fen as offer_price_fen, o.size as offer_size, o.duration_hours,
                o.pickup_after_days as offer_pickup_after_days, o.starts_at, o.ends_at, o.status as offer_status,
                o.status = 'OPEN' and o.starts_at <= now() and now() < o.ends_at as offer_open, o.visible_from,
                (select count(*) from team t where t.community_id = o.community_id and t.offer_id = o.id
                    and t.status = 'OPEN' and t.deadline > now() and t.seats_taken < t.size and t.seats_paid > 0)
                    as open_teams
            """;

    /** Those in a status, of some products; each null for any. */
    static final String WANTED = """
             and (:status::text is null or o.status = :status)
                and (:selling::text is null or o.product_id = any(:selling::uuid[]))
            """;

    private static final String OFFER = "select " + COLUMNS + " from team_offer o where o.community_id = :community";

    private final JdbcClient jdbc;
    private final Catalog catalog;

    /** An offer before it is known what it sells. */
    record Row(
            OfferId id,
            Code code,
            ProductId product,
            SkuId sku,
            Money price,
            int size,
            int durationHours,
            int pickupAfterDays,
            int openTeams,
            OfferStatus status,
            boolean open,
            Instant startsAt,
            Instant endsAt,
            Visibility visibility) {}

    List<OfferCard> open(CommunityId community, @Nullable MemberId viewer, @Nullable Code after, int limit) {
        return cards(
                community,
                jdbc.sql(OFFER + """
                                 and o.status = 'OPEN' and o.starts_at <= now() and now() < o.ends_at
                                    and may_see(o.community_id, :viewer::uuid, o.visible_from)
                                    and (:after::text is null or (o.created_at, o.id) < (
                                        select created_at, id from team_offer
                                        where community_id = :community and code = :after))
                                order by o.created_at desc, o.id desc limit :limit
                                """)
                        .param("viewer", viewer == null ? null : viewer.value())
                        .param("after", after == null ? null : after.value())
                        .param("limit", limit));
    }

    List<OfferCard> all(CommunityId community) {
        return cards(community, jdbc.sql(OFFER + " order by o.created_at desc, o.id desc"));
    }

    List<OfferCard> some(OfferShelf.Wanted wanted, @Nullable String selling, @Nullable Code after, int limit) {
        return cards(
                wanted.community(),
                jdbc.sql(OFFER + WANTED + """
                     and (:after::text is null or (o.created_at, o.id) < (
                            select created_at, id from team_offer
                            where community_id = :community and code = :after))
                    order by o.created_at desc, o.id desc limit :limit
                    """)
                        .param(
                                "status",
                                wanted.status() == null ? null : wanted.status().name())
                        .param("selling", selling)
                        .param("after", after == null ? null : after.value())
                        .param("limit", limit));
    }

    List<OfferCard> one(CommunityId community, Code offer) {
        return cards(community, jdbc.sql(OFFER + " and o.code = :code").param("code", offer.value()));
    }

    /** Where this viewer may see it. */
    List<OfferCard> one(CommunityId community, Code offer, @Nullable MemberId viewer) {
        return cards(
                community,
                jdbc.sql(OFFER + " and o.code = :code and may_see(o.community_id, :viewer::uuid, o.visible_from)")
                        .param("code", offer.value())
                        .param("viewer", viewer == null ? null : viewer.value()));
    }

    private List<OfferCard> cards(CommunityId community, StatementSpec query) {
        var rows = query.param("community", community.value())
                .query(OfferRows::row)
                .list();
        var skus = catalog.skus(community, rows.stream().map(Row::sku).toList());
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(skus.get(row.sku())).map(sku -> card(row, sku)))
                .toList();
    }

    static OfferCard card(Row row, SkuCard sku) {
        return new OfferCard(
                sku.community(),
                row.id(),
                row.code(),
                row.product(),
                row.sku(),
                sku.productName(),
                sku.spec(),
                sku.origin(),
                sku.picture(),
                row.price(),
                sku.price(),
                row.size(),
                row.durationHours(),
                row.pickupAfterDays(),
                sku.left(),
                sku.perPersonLimit(),
                row.openTeams(),
                row.status(),
                row.open() && sku.onSale(),
                row.startsAt(),
                row.endsAt(),
                row.visibility());
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new OfferId(row.getObject("offer_id", UUID.class)),
                new Code(row.getString("offer_code")),
                new ProductId(row.getObject("product_id", UUID.class)),
                new SkuId(row.getObject("offer_sku_id", UUID.class)),
                Money.ofFen(row.getLong("offer_price_fen")),
                row.getInt("offer_size"),
                row.getInt("duration_hours"),
                row.getInt("offer_pickup_after_days"),
                row.getInt("open_teams"),
                OfferStatus.valueOf(row.getString("offer_status")),
                row.getBoolean("offer_open"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                Visibility.stored(row));
    }
}
