package tuanju.pickup;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** The hand-overs that stand; one that was undone stays in the table and out of the answers. */
@Component
@RequiredArgsConstructor
class Handovers {

    private final JdbcClient jdbc;

    /** Notes a hand-over unless one stands already; waits for another desk that is just doing it. */
    boolean begin(CommunityId community, UUID order, MemberId by) {
        return jdbc.sql("""
                                insert into handover (community_id, id, order_id, handed_by)
                                values (:community, :id, :order, :by)
                                on conflict (community_id, order_id) where undone_at is null do nothing
                                """)
                        .param("community", community.value())
                        .param("id", Ids.next())
                        .param("order", order)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    boolean undo(CommunityId community, UUID order, MemberId by) {
        return jdbc.sql("""
                                update handover set undone_by = :by, undone_at = clock_timestamp()
                                where community_id = :community and order_id = :order and undone_at is null
                                """)
                        .param("community", community.value())
                        .param("order", order)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** The standing hand-overs of these orders, by order. */
    Map<UUID, HandoverNote> of(CommunityId community, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return standing(community, List.copyOf(orders)).stream()
                .collect(Collectors.toMap(HandoverNote::order, Function.identity()));
    }

    private List<HandoverNote> standing(CommunityId community, List<UUID> orders) {
        return jdbc.sql("""
                        select order_id, handed_by, handed_at from handover
                        where community_id = :community and order_id in (:orders) and undone_at is null
                        """)
                .param("community", community.value())
                .param("orders", orders)
                .query((row, number) -> new HandoverNote(
                        row.getObject(1, UUID.class),
                        new MemberId(row.getObject(2, UUID.class)),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }
}
