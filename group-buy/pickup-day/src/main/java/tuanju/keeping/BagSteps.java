package tuanju.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** The steps about bags, one after the other. */
@Component
@RequiredArgsConstructor
class BagSteps {

    private final JdbcClient jdbc;

    /** Adds the step unless somebody else added one with this number meanwhile. */
    boolean add(CommunityId community, MemberId by, BagStep step) {
        var until = step.keepUntil();
        return jdbc.sql("""
                                insert into bag_step (community_id, order_id, nr, step, keep_until, by_member)
                                values (:community, :order, :nr, :step, :until, :by) on conflict do nothing
                                """)
                        .param("community", community.value())
                        .param("order", step.order())
                        .param("nr", step.nr())
                        .param("step", step.step().name())
                        .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** By order, oldest first. */
    Map<UUID, List<BagStep>> of(CommunityId community, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select order_id, nr, step, keep_until, at from bag_step
                        where community_id = :community and order_id = any(cast(:orders as uuid[])) order by order_id, nr
                        """)
                .param("community", community.value())
                .param("orders", orders.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> step(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(BagStep::order));
    }

    /** The last word about each of these orders: given away, returned, or taken back. */
    List<Decision> decisions(CommunityId community, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct on (order_id) order_id, step, by_member, at from bag_step
                        where community_id = :community and order_id in (:orders)
                            and step in ('GIVEN_AWAY', 'RETURNED', 'REOPENED')
                        order by order_id, nr desc
                        """)
                .param("community", community.value())
                .param("orders", orders)
                .query((row, number) -> new Decision(
                        row.getObject("order_id", UUID.class),
                        Step.valueOf(row.getString("step")),
                        new MemberId(row.getObject("by_member", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Who decided what about an order, and when. */
    record Decision(UUID order, Step step, MemberId by, Instant at) {}

    private static BagStep step(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime until = row.getObject("keep_until", OffsetDateTime.class);
        return new BagStep(
                row.getObject("order_id", UUID.class),
                row.getInt("nr"),
                Step.valueOf(row.getString("step")),
                until == null ? null : until.toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
