package tuanju.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.notification.Notifications.Telling;

/**
 * Tells the buyers of orders what happened to them, in the caller's transaction: one query and one statement, however
 * many they are. Guests have no account here; their leader tells them.
 */
@Component
@RequiredArgsConstructor
public class Buyers {

    private static final String BOUGHT = """
            select o.id, o.code, o.buyer_id, o.pickup_point_name, o.pickup_from, o.pickup_until,
                (select l.product_name
                        || case when l.spec = '' or strpos(l.product_name, l.spec) > 0 then '' else ' · ' || l.spec end
                        || case count(*) over () when 1 then '' else '…' end from order_line l
                    where l.community_id = o.community_id and l.order_id = o.id order by l.position limit 1) as goods
            from orders o where o.community_id = :community and o.buyer_id is not null
            """;

    private final JdbcClient jdbc;
    private final Notifications notifications;

    /**
     * An order as its buyer is told of it.
     *
     * @param goods what it is called in short: its first product and spec, with … when there are more
     * @param pickup where its goods are collected
     */
    public record Bought(
            OrderId id,
            Code code,
            MemberId buyer,
            String goods,
            String pickup,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** Its own page. */
        public String page() {
            return "/orders/" + code;
        }
    }

    /** Tells the buyers of these orders. */
    @Transactional
    public void tell(CommunityId community, Collection<OrderId> orders, Function<Bought, Notification> what) {
        if (orders.isEmpty()) {
            return;
        }
        tell(
                jdbc.sql(BOUGHT + " and o.id in (:orders)")
                        .param("community", community.value())
                        .param("orders", orders.stream().map(OrderId::value).toList())
                        .query(Buyers::bought)
                        .list(),
                what);
    }

    /** Tells everybody who has a living order of this cycle or team. */
    @Transactional
    public void tellAll(CommunityId community, UUID source, Function<Bought, Notification> what) {
        tell(
                jdbc.sql(BOUGHT + " and o.source_id = :source and o.status in ('PLACED', 'PAID', 'CONFIRMED')")
                        .param("community", community.value())
                        .param("source", source)
                        .query(Buyers::bought)
                        .list(),
                what);
    }

    private void tell(List<Bought> bought, Function<Bought, Notification> what) {
        notifications.tell(bought.stream()
                .map(it -> new Telling(it.buyer(), what.apply(it)))
                .toList());
    }

    private static Bought bought(ResultSet row, int number) throws SQLException {
        return new Bought(
                new OrderId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                new MemberId(row.getObject("buyer_id", UUID.class)),
                row.getString("goods"),
                row.getString("pickup_point_name"),
                Times.instantOrNull(row, "pickup_from"),
                Times.instantOrNull(row, "pickup_until"));
    }
}
