package tuanju.commission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;

/** Commissions in the database; their lines keep what was promised, and of their goods only less is kept. */
@Component
@RequiredArgsConstructor
class CommissionRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final String COMMISSION = """
        select c.community_id, c.order_id, c.order_code, c.referrer_id, c.link_code, c.state, c.reason, c.review, c.placed_at,
            c.complained, c.fen, c.booked_fen
        from commission c
        """;

    private final JdbcClient jdbc;

    /** Its goods will come. */
    void confirm(CommunityId community, OrderId order) {
        jdbc.sql("""
            update commission set state = 'CONFIRMED'
            where community_id = :community and order_id = :order and state = 'PENDING'
            """)
                .param("community", community.value())
                .param("order", order.value())
                .update();
    }

    /** Locked until the transaction ends; false where nobody brought the buyer. Whoever is writing it down is waited for. */
    boolean lock(CommunityId community, OrderId order) {
        waitFor(order);
        return jdbc.sql("""
            select 1 from commission where community_id = :community and order_id = :order for no key update
            """)
                .param("community", community.value())
                .param("order", order.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** For whoever counts or writes down what this order is worth, until their transaction ends. */
    void waitFor(OrderId order) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('commission ' || :order::text, 0))")
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    /** So much of each line is kept; what is not named is gone. */
    void recount(CommunityId community, OrderId order, Map<UUID, Money> kept, boolean complained) {
        jdbc.sql("""
            update commission_line l set kept_fen = k.fen
            from (select l.line_id, least(l.kept_fen, coalesce((cast(:kept as jsonb) ->> l.line_id::text)::bigint, 0)) as fen
                from commission_line l where l.community_id = :community and l.order_id = :order) k
            where l.community_id = :community and l.order_id = :order and l.line_id = k.line_id and l.kept_fen > k.fen
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param(
                        "kept",
                        JSON.writeValueAsString(kept.entrySet().stream()
                                .collect(Collectors.toMap(
                                        it -> it.getKey().toString(),
                                        it -> it.getValue().fen()))))
                .update();
        jdbc.sql("""
            update commission c set complained = complained or :complained, fen = (
                select sum(l.fen) from commission_line l where l.community_id = :community and l.order_id = :order)
            where c.community_id = :community and c.order_id = :order
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("complained", complained)
                .update();
    }

    void settle(CommunityId community, OrderId order) {
        jdbc.sql("""
            update commission set state = 'VESTED', settled_at = now()
            where community_id = :community and order_id = :order and settled_at is null
            """)
                .param("community", community.value())
                .param("order", order.value())
                .update();
    }

    void book(Commission what, Money booked) {
        jdbc.sql("update commission set booked_fen = :fen where community_id = :community and order_id = :order")
                .param("fen", booked.fen())
                .param("community", what.community().value())
                .param("order", what.order().value())
                .update();
    }

    /** Answers false where nobody waits to hear it. */
    boolean decide(CommunityId community, OrderId order, Review said, MemberId by) {
        return jdbc.sql("""
            update commission set review = :said, reviewed_by = :by
            where community_id = :community and order_id = :order and review = 'OPEN'
            """)
                        .param("said", said.name())
                        .param("by", by.value())
                        .param("community", community.value())
                        .param("order", order.value())
                        .update()
                == 1;
    }

    Optional<Commission> find(CommunityId community, OrderId order) {
        return with(jdbc.sql(COMMISSION + "where c.community_id = :community and c.order_id = :order")
                        .param("community", community.value())
                        .param("order", order.value())
                        .query(CommissionRows::read)
                        .list())
                .stream()
                .findFirst();
    }

    /** How well they brought buyers in the 90 days before. */
    OwnRecord record(CommunityId community, MemberId referrer, Instant before) {
        return jdbc.sql("""
            select count(*) as completed, count(*) filter (where complained) as complained from commission
            where community_id = :community and referrer_id = :referrer and fen > 0
                and settled_at between :before::timestamptz - interval '90 days' and :before
            """)
                .param("community", community.value())
                .param("referrer", referrer.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new OwnRecord(row.getInt("completed"), row.getInt("complained")))
                .single();
    }

    /** The same with their lines, in one query more. */
    List<Commission> with(List<Commission> found) {
        if (found.isEmpty()) {
            return found;
        }
        var lines = jdbc
                .sql("""
            select order_id, position, title, scope, called, basis_points, base_fen, kept_fen, fen from commission_line
            where community_id = any(:communities) and order_id = any(:orders) order by position
            """)
                .param(
                        "communities",
                        found.stream()
                                .map(it -> it.community().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .param("orders", found.stream().map(it -> it.order().value()).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("order_id", UUID.class), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return found.stream()
                .map(it -> with(it, lines.getOrDefault(it.order().value(), List.of())))
                .toList();
    }

    private static Commission with(Commission it, List<Commission.Line> lines) {
        return new Commission(
                it.community(),
                it.order(),
                it.code(),
                it.referrer(),
                it.link(),
                it.state(),
                it.reason(),
                it.review(),
                it.placed(),
                it.complained(),
                it.amount(),
                it.booked(),
                lines);
    }

    private static Commission.Line line(ResultSet row) throws SQLException {
        return new Commission.Line(
                row.getInt("position"),
                row.getString("title"),
                new Fired(Scope.valueOf(row.getString("scope")), row.getString("called"), row.getInt("basis_points")),
                Money.ofFen(row.getLong("base_fen")),
                Money.ofFen(row.getLong("kept_fen")),
                Money.ofFen(row.getLong("fen")));
    }

    static Commission read(ResultSet row, int number) throws SQLException {
        @Nullable String review = row.getString("review");
        return new Commission(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new Code(row.getString("order_code")),
                new MemberId(row.getObject("referrer_id", UUID.class)),
                new Code(row.getString("link_code")),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                review == null ? null : Review.valueOf(review),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("complained"),
                Money.ofFen(row.getLong("fen")),
                Money.ofFen(row.getLong("booked_fen")),
                List.of());
    }
}
