package tuanju.order;

import static tuanju.order.Times.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** Finds orders of every community for operators, who read and change nothing. */
@Component
@RequiredArgsConstructor
class OrderDesk {

    private final JdbcClient jdbc;
    private final Communities communities;

    /** One order in the operator's list. */
    record Found(
            CommunityId community,
            UUID id,
            String code,
            OrderKind kind,
            OrderStatus status,
            String recipient,
            String maskedPhone,
            String title,
            int pieces,
            Money amount,
            Dues dues,
            Instant placedAt) {}

    /** A page of orders with what all that match come to. */
    record Page(List<Found> orders, boolean more, long count, Money amount) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page find(OrderSearch search, int limit) {
        var found = with(search, jdbc.sql("""
                select o.*, {dues}, l.product_name, l.spec, (select sum(quantity) from order_line
                    where community_id = o.community_id and order_id = o.id) as pieces
                from (select * from orders where {condition} {after} order by placed_at desc, id desc limit :limit) o
                {due} join order_line l on l.community_id = o.community_id and l.order_id = o.id and l.position = 1
                order by o.placed_at desc, o.id desc
                """.replace("{condition}", search.condition())
                        .replace("{dues}", OrderDues.COLUMNS)
                        .replace("{due}", OrderDues.JOIN)
                        .replace("{after}", after(search))))
                .param("limit", limit + 1)
                .query(OrderDesk::found)
                .list();
        var total = with(
                        search,
                        jdbc.sql("select count(*) as number, coalesce(sum(amount_fen), 0) as fen from orders where "
                                + search.condition()))
                .query((row, number) -> new Page(
                        found.stream().limit(limit).toList(),
                        found.size() > limit,
                        row.getLong("number"),
                        Money.ofFen(row.getLong("fen"))));
        return total.single();
    }

    private static String after(OrderSearch search) {
        return search.after() == null
                ? ""
                : "and (placed_at, id) < (select placed_at, id from orders where community_id = :afterHome and code = :after)";
    }

    private StatementSpec with(OrderSearch search, StatementSpec query) {
        var community = search.community();
        var status = search.status();
        var kind = search.kind();
        var after = search.after();
        return query.param("community", community == null ? null : community.value())
                .param("status", status == null ? null : status.name())
                .param("kind", kind == null ? null : kind.name())
                .param("words", search.written())
                .param("after", after == null ? null : after.value())
                .param(
                        "afterHome",
                        after == null ? null : communities.of(after).id().value());
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("code"),
                OrderKind.valueOf(row.getString("kind")),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("recipient_name"),
                row.getString("masked_phone"),
                (row.getString("product_name") + " " + row.getString("spec")).strip(),
                row.getInt("pieces"),
                Money.ofFen(row.getLong("amount_fen")),
                OrderDues.read(row),
                instant(row, "placed_at"));
    }
}
