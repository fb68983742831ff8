package tuanju.receiving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;

/** The table of counts and of how each came to be. */
@Component
@RequiredArgsConstructor
class ReceiptRows {

    private final JdbcClient jdbc;

    /**
     * A count, and what became of it.
     *
     * @param expected what orders asked for when a shortage was given out; null where none was
     */
    record Row(
            UUID product,
            Receipt receipt,
            @Nullable Integer expected,
            @Nullable Integer allocated) {}

    /** One entry of the history: what somebody counted. */
    record Entry(UUID product, int arrived, int damaged, String note, MemberId by, Instant at) {}

    /** Whoever counts or gives out in this cycle waits until this transaction ends. */
    void lock(CycleCard cycle) {
        jdbc.sql("""
                        insert into cycle_receiving (community_id, cycle_id) values (:community, :cycle)
                        on conflict do nothing
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
        jdbc.sql("select 1 from cycle_receiving where community_id = :community and cycle_id = :cycle for update")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(Integer.class)
                .single();
    }

    List<Row> of(CycleCard cycle) {
        return jdbc.sql("""
                        select r.*, p.expected, (select sum(s.given)::int from shortage_share s
                            where s.community_id = p.community_id and s.cycle_id = p.cycle_id
                                and s.product_id = p.product_id) as allocated
                        from goods_receipt r left join shortage_product p
                            on p.community_id = r.community_id and p.cycle_id = r.cycle_id
                                and p.product_id = r.product_id
                        where r.community_id = :community and r.cycle_id = :cycle
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(ReceiptRows::row)
                .list();
    }

    /** Every count of the cycle's products, the latest first. */
    List<Entry> history(CycleCard cycle) {
        return jdbc.sql("""
                        select product_id, arrived, damaged, note, actor_id, at from goods_receipt_history
                        where community_id = :community and cycle_id = :cycle order by step desc
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> new Entry(
                        row.getObject("product_id", UUID.class),
                        row.getInt("arrived"),
                        row.getInt("damaged"),
                        row.getString("note"),
                        new MemberId(row.getObject("actor_id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Writes a count down; a picture that is absent leaves the one that is there. */
    void write(CycleCard cycle, ReceivedGoods goods, Count count, MemberId by) {
        var picture = count.picture();
        jdbc.sql("""
                        insert into goods_receipt (community_id, cycle_id, product_id, product_name, spec, arrived,
                            damaged, note, picture, changed_by)
                        values (:community, :cycle, :product, :name, :spec, :arrived, :damaged, :note, :picture, :by)
                        on conflict (community_id, cycle_id, product_id) do update
                            set arrived = excluded.arrived, damaged = excluded.damaged, note = excluded.note,
                                picture = coalesce(excluded.picture, goods_receipt.picture),
                                version = goods_receipt.version + 1, changed_by = excluded.changed_by, changed_at = now()
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("product", goods.product())
                .param("name", goods.name())
                .param("spec", goods.spec())
                .param("arrived", count.arrived())
                .param("damaged", count.damaged())
                .param("note", count.note())
                .param("picture", picture == null ? null : picture.value())
                .param("by", by.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        @Nullable String picture = row.getString("picture");
        return new Row(
                row.getObject("product_id", UUID.class),
                new Receipt(
                        row.getInt("arrived"),
                        row.getInt("damaged"),
                        row.getString("note"),
                        picture == null ? null : new PictureRef(picture),
                        row.getInt("version"),
                        new MemberId(row.getObject("changed_by", UUID.class)),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()),
                row.getObject("expected", Integer.class),
                row.getObject("allocated", Integer.class));
    }
}
