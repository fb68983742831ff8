package tuanju.taster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.catalog.ProductId;

/** What tasters found, in the database; whoever changes it holds the taster's row. */
@Component
@RequiredArgsConstructor
class TastingRows {

    private static final String TASTING = """
        select id, title, words, state, verdict, product_id, scouted_at,
            coalesce(dropped_at, listed_at, tried_at, scouted_at) as changed from tasting
        """;

    private final JdbcClient jdbc;

    /** How many they brought this month. */
    int broughtThisMonth(Taster of) {
        return jdbc.sql("""
            select count(*) from tasting where community_id = :community and taster_id = :taster
                and month = date_trunc('month', now() at time zone 'Asia/Shanghai')::date
            """)
                .param("community", of.community().value())
                .param("taster", of.id())
                .query(Integer.class)
                .single();
    }

    /** As the how manieth of its month. */
    void insert(Taster of, UUID id, String title, String words, int nth) {
        jdbc.sql("""
            insert into tasting (community_id, id, taster_id, title, words, month, nth, most)
            values (:community, :id, :taster, :title, :words, date_trunc('month', now() at time zone 'Asia/Shanghai')::date,
                :nth, :most)
            """)
                .param("community", of.community().value())
                .param("id", id)
                .param("taster", of.id())
                .param("title", title)
                .param("words", words)
                .param("nth", nth)
                .param("most", of.mostAMonth())
                .update();
    }

    void become(Taster of, UUID id, Tasting.State state, String verdict, @Nullable ProductId product) {
        jdbc.sql("""
            update tasting set state = :state, verdict = case when :verdict = '' then verdict else :verdict end,
                tried_at = case when :state = 'TRIED' then now() else tried_at end,
                listed_at = case when :state = 'LISTED' then now() else listed_at end,
                dropped_at = case when :state = 'DROPPED' then now() end,
                product_id = coalesce(:product, product_id)
            where community_id = :community and id = :id
            """)
                .param("state", state.name())
                .param("verdict", verdict)
                .param("product", product == null ? null : product.value(), Types.OTHER)
                .param("community", of.community().value())
                .param("id", id)
                .update();
    }

    Optional<Tasting> find(Taster of, UUID id) {
        return jdbc.sql(TASTING + "where community_id = :community and taster_id = :taster and id = :id")
                .param("community", of.community().value())
                .param("taster", of.id())
                .param("id", id)
                .query(TastingRows::read)
                .optional();
    }

    /** The newest first; after this one, or from the beginning. */
    List<Tasting> page(Taster of, @Nullable UUID after, int most) {
        return jdbc.sql(TASTING + """
            where community_id = :community and taster_id = :taster and (cast(:after as uuid) is null or id < cast(:after as uuid))
            order by id desc limit :most
            """)
                .param("community", of.community().value())
                .param("taster", of.id())
                .param("after", after)
                .param("most", most)
                .query(TastingRows::read)
                .list();
    }

    private static Tasting read(ResultSet row, int number) throws SQLException {
        var product = row.getObject("product_id", UUID.class);
        return new Tasting(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("words"),
                Tasting.State.valueOf(row.getString("state")),
                row.getString("verdict"),
                product == null ? null : new ProductId(product),
                row.getObject("scouted_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed", OffsetDateTime.class).toInstant());
    }
}
