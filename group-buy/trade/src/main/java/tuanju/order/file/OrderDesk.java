package tuanju.order.file;

import static tuanju.order.Times.instant;
import static tuanju.order.Times.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderDues;
import tuanju.table.Tables;

/** Finds orders of every community for operators, who read and change nothing. */
@Component
@RequiredArgsConstructor
class OrderDesk {

    /** The first of each status and kind are read in the order of an index, and put together: as few rows for all as for one. */
    private static final String FOUND = """
            select o.*, {dues}, l.product_name, l.spec, (select sum(quantity) from order_line
                where community_id = o.community_id and order_id = o.id) as pieces
            from (
                select one.* from unnest(:statuses::text[]) s (status) cross join unnest(:kinds::text[]) k (kind)
                cross join lateral (
                    select o.community_id, o.id, o.{by} as place from orders o
                    where o.status = s.status and o.kind = k.kind {condition} {after}
                    order by o.{by} {way}, o.id {way} limit :limit) one
                order by place {way}, id {way} limit :limit) page
            join orders o on o.community_id = page.community_id and o.id = page.id
            {due} join order_line l on l.community_id = o.community_id and l.order_id = o.id and l.position = 1
            order by page.place {way}, o.id {way}
            """.replace("{dues}", OrderDues.COLUMNS).replace("{due}", OrderDues.JOIN);

    private static final String TOTAL = """
            select count(*) as number, coalesce(sum(amount_fen), 0) as fen from (
                select o.amount_fen from orders o
                where o.status = any(:statuses::text[]) and o.kind = any(:kinds::text[]) {condition} limit :most) matching
            """;

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

    /**
     * How they are looked through.
     *
     * @param after the last one before; null to begin
     * @param limit at most so many
     */
    record Turn(
            OrderSearch.By by,
            boolean largestFirst,
            @Nullable Code after,
            int limit) {}

    /**
     * A page of orders.
     *
     * @param total what all that match come to; null where they are too many to be added up unasked
     */
    record Page(List<Found> orders, boolean more, @Nullable Total total) {}

    /** How many orders match, and what was asked for them. */
    record Total(long orders, Money amount) {}

    /** A page and, unasked, what at most {@link Tables#MOST_ROWS} come to. Refuses a slow order with Invalid. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page find(OrderSearch search, Turn turn, boolean addUpAll) {
        turn.by().refuseSlow(search);
        var found = query(search, turn, turn.limit() + 1);
        return new Page(
                found.stream().limit(turn.limit()).toList(),
                found.size() > turn.limit(),
                total(search, addUpAll ? Long.MAX_VALUE : Tables.MOST_ROWS + 1L));
    }

    /** Those a file is made of, at most so many. Refuses a slow order with Invalid. */
    @Transactional(readOnly = true)
    public List<Found> all(OrderSearch search, Turn turn, int most) {
        turn.by().refuseSlow(search);
        return query(search, turn, most);
    }

    /** Those of these codes that match, newest first. */
    @Transactional(readOnly = true)
    public List<Found> among(OrderSearch search, Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        var sql = FOUND.replace("{condition}", search.condition() + " and o.code = any(:codes)")
                .replace("{by}", OrderSearch.By.PLACED.column())
                .replace("{way}", "desc")
                .replace("{after}", "");
        return asked(search, jdbc.sql(sql))
                .param("codes", codes.toArray(String[]::new))
                .param("limit", codes.size())
                .query(OrderDesk::found)
                .list();
    }

    private List<Found> query(OrderSearch search, Turn turn, int limit) {
        var after = turn.after();
        var query = jdbc.sql(FOUND.replace("{condition}", search.condition())
                        .replace("{by}", turn.by().column())
                        .replace("{way}", turn.largestFirst() ? "desc" : "asc")
                        .replace("{after}", after == null ? "" : after(turn)))
                .param("limit", limit);
        return (after == null ? asked(search, query) : from(after, turn, asked(search, query)))
                .query(OrderDesk::found)
                .list();
    }

    private static String after(Turn turn) {
        return "and (o.%s, o.id) %s (:afterPlace, :afterId)"
                .formatted(turn.by().column(), turn.largestFirst() ? "<" : ">");
    }

    /** Where the last one lies; one that is not there is refused with NotFound. */
    private StatementSpec from(Code after, Turn turn, StatementSpec query) {
        var last = jdbc
                .sql("select id, placed_at, amount_fen from orders where community_id = :home and code = :code")
                .param("home", communities.of(after).id().value())
                .param("code", after.value())
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        return query.param("afterPlace", last.get(turn.by().column())).param("afterId", last.get("id"));
    }

    private @Nullable Total total(OrderSearch search, long most) {
        var total = asked(search, jdbc.sql(TOTAL.replace("{condition}", search.condition())))
                .param("most", most)
                .query((row, number) -> new Total(row.getLong("number"), Money.ofFen(row.getLong("fen"))))
                .single();
        return total.orders() < most ? total : null;
    }

    private static StatementSpec asked(OrderSearch search, StatementSpec query) {
        var community = search.community();
        var source = search.source();
        return query.param(
                        "statuses", search.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("kinds", search.kinds().stream().map(Enum::name).toArray(String[]::new))
                .param("community", community == null ? null : community.value())
                .param("source", source == null ? null : source.id())
                .param("begin", sql(search.days().begin()))
                .param("end", sql(search.days().end()))
                .param("words", search.written());
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
