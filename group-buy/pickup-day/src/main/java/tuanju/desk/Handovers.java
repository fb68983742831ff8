package tuanju.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** The hand-overs that stand; one that was undone stays in the table and out of the answers. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class Handovers {

    private final JdbcClient jdbc;

    /** Notes a hand-over unless one stands already; waits for another desk that is just doing it. */
    public boolean begin(CommunityId community, UUID order, MemberId by, LeftWith leftWith) {
        return jdbc.sql("""
                                insert into handover (community_id, id, order_id, handed_by, left_with)
                                values (:community, :id, :order, :by, :leftWith)
                                on conflict (community_id, order_id) where undone_at is null do nothing
                                """)
                        .param("community", community.value())
                        .param("id", Ids.next())
                        .param("order", order)
                        .param("by", by.value())
                        .param("leftWith", leftWith.isNobody() ? null : leftWith.text())
                        .update()
                == 1;
    }

    public boolean undo(CommunityId community, UUID order, MemberId by) {
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

    /** Takes exactly this hand-over back, never a later one of the same order; answers what it was. */
    public Optional<HandoverNote> undoOnly(CommunityId community, HandoverId handover, MemberId by) {
        return jdbc.sql("""
                        update handover set undone_by = :by, undone_at = clock_timestamp()
                        where community_id = :community and id = :id and order_id = :order and undone_at is null
                        returning id, order_id, handed_by, handed_at, left_with
                        """)
                .param("community", community.value())
                .param("id", handover.id())
                .param("order", handover.order())
                .param("by", by.value())
                .query((row, number) -> note(row))
                .optional();
    }

    /** Which hand-over of which order. */
    public record HandoverId(UUID id, UUID order) {}

    /** The last hand-over of this order, also when it was taken back. */
    public Optional<HandoverNote> last(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select id, order_id, handed_by, handed_at, left_with from handover
                        where community_id = :community and order_id = :order
                        order by handed_at desc limit 1
                        """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> note(row))
                .optional();
    }

    /** This hand-over, whether it stands or not. */
    public Optional<HandoverNote> one(CommunityId community, UUID id) {
        return jdbc.sql("""
                        select id, order_id, handed_by, handed_at, left_with from handover
                        where community_id = :community and id = :id
                        """)
                .param("community", community.value())
                .param("id", id)
                .query((row, number) -> note(row))
                .optional();
    }

    /** The standing hand-overs of these orders, by order. */
    public Map<UUID, HandoverNote> of(CommunityId community, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return standing(community, List.copyOf(orders)).stream()
                .collect(Collectors.toMap(HandoverNote::order, Function.identity()));
    }

    private List<HandoverNote> standing(CommunityId community, List<UUID> orders) {
        return jdbc.sql("""
                        select id, order_id, handed_by, handed_at, left_with from handover
                        where community_id = :community and order_id in (:orders) and undone_at is null
                        """)
                .param("community", community.value())
                .param("orders", orders)
                .query((row, number) -> note(row))
                .list();
    }

    private static HandoverNote note(ResultSet row) throws SQLException {
        return new HandoverNote(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                new MemberId(row.getObject("handed_by", UUID.class)),
                row.getObject("handed_at", OffsetDateTime.class).toInstant(),
                Objects.requireNonNullElse(row.getString("left_with"), ""));
    }
}
