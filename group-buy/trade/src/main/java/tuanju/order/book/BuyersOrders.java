package tuanju.order.book;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;

/** Which orders are a member's, and what they cost less: for modules above that keep something of theirs by order. */
@Component
@RequiredArgsConstructor
public class BuyersOrders {

    private final JdbcClient database;

    /**
     * Which orders: when they were placed, and with whom.
     *
     * @param leader in whose cycles alone; null for all
     */
    public record Span(
            Instant from, Instant until, @Nullable MemberId leader) {}

    /**
     * What a member's orders cost less than at usual prices, by just this percentage: a line that another one made cheaper, as a better
     * member day does, was saved by that. Of what is kept of orders that were paid and did not go back whole.
     */
    @Transactional(readOnly = true)
    public Money saved(CommunityId community, MemberId buyer, Percentage less, Span placed) {
        return database.sql("""
            select coalesce(sum((l.usual_price_fen - l.unit_price_fen) * l.quantity), 0)::bigint
            from orders o join order_line l on l.community_id = o.community_id and l.order_id = o.id
            where o.community_id = :community and o.buyer_id = :buyer
                and o.status in ('PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED')
                and o.placed_at >= :from and o.placed_at < :until
                and (cast(:leader as uuid) is null or o.kind = 'CYCLE' and o.pickup_leader_id = :leader)
                and l.unit_price_fen = l.usual_price_fen - l.usual_price_fen * :less / 10000
            """)
                .param("community", community.value())
                .param("buyer", buyer.value())
                .param("less", less.basisPoints())
                .param("from", placed.from().atOffset(ZoneOffset.UTC))
                .param("until", placed.until().atOffset(ZoneOffset.UTC))
                .param(
                        "leader",
                        placed.leader() == null ? null : placed.leader().value())
                .query((row, number) -> Money.ofFen(row.getLong(1)))
                .single();
    }

    /** The ids of all, in every community, as an array for a statement. */
    public UUID[] of(MemberId member) {
        return database.sql("select id from orders where buyer_id = :member")
                .param("member", member.value())
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }
}
