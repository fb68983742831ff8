package tuanju.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.ordering.MovingOrders.PutRight;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.book.OrderSheet;

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
     * @param step by which change it went there, or to its door
     * @param lookedAt when by this it was looked at
     */
    record Part(
            OrderId order,
            Code code,
            @Nullable UUID note,
            @Nullable String payment,
            @Nullable UUID wasPoint,
            @Nullable Long step,
            @Nullable Instant lookedAt) {

        /** Whether nothing became different of it. */
        boolean isNothing() {
            return note == null && payment == null && wasPoint == null && step == null && lookedAt == null;
        }

        static Part of(OrderId order, Code code) {
            return new Part(order, code, null, null, null, null, null);
        }

        static Part noted(OrderId order, Code code, UUID note) {
            return new Part(order, code, note, null, null, null, null);
        }

        static Part received(OrderId order, Code code, String payment) {
            return new Part(order, code, null, payment, null, null, null);
        }

        static Part moved(OrderSheet order, long step) {
            return new Part(order.id(), order.code(), null, null, order.pickupPoint(), step, null);
        }

        static Part door(OrderSheet order, PutRight done) {
            return new Part(order.id(), order.code(), null, null, null, done.step(), done.lookedAt());
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
                            (community_id, act_id, order_id, order_code, note_id, payment_code, was_point_id, step,
                            looked_at)
                        select :community, :id, p.* from unnest(:orders::uuid[], :codes::text[], :notes::uuid[],
                            :payments::text[], :points::uuid[], :steps::bigint[], :looked::text[]::timestamptz[]) as p
                        """)
                .param("community", cycle.community().value())
                .param("id", id)
                .param("orders", parts.stream().map(it -> it.order().value()).toArray(UUID[]::new))
                .param("codes", parts.stream().map(it -> it.code().value()).toArray(String[]::new))
                .param("notes", parts.stream().map(Part::note).toArray(UUID[]::new))
                .param("payments", parts.stream().map(Part::payment).toArray(String[]::new))
                .param("points", parts.stream().map(Part::wasPoint).toArray(UUID[]::new))
                .param("steps", parts.stream().map(Part::step).toArray(Long[]::new))
                .param("looked", parts.stream().map(ActRows::lookedAt).toArray(String[]::new))
                .update();
        return id;
    }

    private static @Nullable String lookedAt(Part part) {
        return part.lookedAt() == null ? null : part.lookedAt().toString();
    }

    /** Takes it back, once and soon, and a reminder before it is sent; empty where it is too late or there is none. */
    Optional<Kind> undo(CycleCard cycle, UUID act, MemberId by) {
        return jdbc.sql("""
                        update household_act set undone_by = :by, undone_at = clock_timestamp()
                        where community_id = :community and cycle_id = :cycle and id = :id and undone_at is null
                            and done_at > clock_timestamp()
                                - case kind when 'REMINDED' then interval '10 seconds' else interval '1 minute' end
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

    /** Whose buyers were reminded in the last three hours, or are about to be. */
    Set<OrderId> reminded(CycleCard cycle) {
        return Set.copyOf(jdbc.sql("""
                        select distinct p.order_id from household_act a
                        join household_act_part p on p.community_id = a.community_id and p.act_id = a.id
                        where a.community_id = :community and a.cycle_id = :cycle and a.kind = 'REMINDED'
                            and a.undone_at is null and a.done_at > clock_timestamp() - interval '3 hours'
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list());
    }

    List<Part> parts(CycleCard cycle, UUID act) {
        return jdbc.sql("""
                        select order_id, order_code, note_id, payment_code, was_point_id, step, looked_at
                        from household_act_part
                        where community_id = :community and act_id = :act order by order_id
                        """)
                .param("community", cycle.community().value())
                .param("act", act)
                .query(ActRows::part)
                .list();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        var looked = row.getTimestamp("looked_at");
        return new Part(
                new OrderId(row.getObject("order_id", UUID.class)),
                new Code(row.getString("order_code")),
                row.getObject("note_id", UUID.class),
                row.getString("payment_code"),
                row.getObject("was_point_id", UUID.class),
                row.getObject("step", Long.class),
                looked == null ? null : looked.toInstant());
    }
}
