package tuanju.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/** What was done at the table, as long as it stands. */
@Component
@RequiredArgsConstructor
class ActRows {

    private final JdbcClient jdbc;

    /** What is done to households. */
    enum Kind {
        PAID,
        PAID_BACK,
        MOVED,
        DOOR,
        HANDED_OVER,
        REMINDED
    }

    /**
     * What of it is one order's.
     *
     * @param note by which note it counts as paid or paid back
     * @param payment which payment was received
     * @param wasPoint where it was collected before
     */
    record Part(
            OrderId order,
            Code code,
            @Nullable UUID note,
            @Nullable String payment,
            @Nullable UUID wasPoint) {

        static Part of(OrderId order, Code code) {
            return new Part(order, code, null, null, null);
        }
    }

    UUID add(CycleCard cycle, Kind kind, MemberId by, Collection<Part> parts) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into household_act (community_id, id, cycle_id, kind, actor_id)
                        values (:community, :id, :cycle, :kind, :by)
                        """)
                .param("community", cycle.community().value())
                .param("id", id)
                .param("cycle", cycle.id())
                .param("kind", kind.name())
                .param("by", by.value())
                .update();
        jdbc.sql("""
                        insert into household_act_part
                            (community_id, act_id, order_id, order_code, note_id, payment_code, was_point_id)
                        select :community, :id, p.* from unnest(:orders::uuid[], :codes::text[], :notes::uuid[],
                            :payments::text[], :points::uuid[]) as p
                        """)
                .param("community", cycle.community().value())
                .param("id", id)
                .param("orders", parts.stream().map(it -> it.order().value()).toArray(UUID[]::new))
                .param("codes", parts.stream().map(it -> it.code().value()).toArray(String[]::new))
                .param("notes", parts.stream().map(Part::note).toArray(UUID[]::new))
                .param("payments", parts.stream().map(Part::payment).toArray(String[]::new))
                .param("points", parts.stream().map(Part::wasPoint).toArray(UUID[]::new))
                .update();
        return id;
    }

    /** Takes it back, once and soon; empty where it is too late or there is none. */
    Optional<Kind> undo(CycleCard cycle, UUID act, MemberId by) {
        return jdbc.sql("""
                        update household_act set undone_by = :by, undone_at = clock_timestamp()
                        where community_id = :community and cycle_id = :cycle and id = :id and undone_at is null
                            and done_at > clock_timestamp() - interval '1 minute'
                        returning kind
                        """)
                .param("by", by.value())
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", act)
                .query((row, number) -> Kind.valueOf(row.getString("kind")))
                .optional();
    }

    /** Whether it stands; whoever takes it back waits for who asks, and the other way. */
    boolean stands(UUID community, UUID act) {
        return jdbc.sql("""
                        select undone_at is null from household_act
                        where community_id = :community and id = :id for update
                        """)
                .param("community", community)
                .param("id", act)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    List<Part> parts(CycleCard cycle, UUID act) {
        return jdbc.sql("""
                        select order_id, order_code, note_id, payment_code, was_point_id from household_act_part
                        where community_id = :community and act_id = :act order by order_id
                        """)
                .param("community", cycle.community().value())
                .param("act", act)
                .query(ActRows::part)
                .list();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(
                new OrderId(row.getObject("order_id", UUID.class)),
                new Code(row.getString("order_code")),
                row.getObject("note_id", UUID.class),
                row.getString("payment_code"),
                row.getObject("was_point_id", UUID.class));
    }
}
