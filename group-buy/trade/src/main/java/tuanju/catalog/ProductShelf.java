package tuanju.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** The products of a community as operators look through them: one query for a page, one for its total. */
@Component
@RequiredArgsConstructor
class ProductShelf {

    private static final String MATCHING = """
        from product p where p.community_id = :community
            and (:state = 'all' or (p.archived_at is not null) = (:state = 'archived'))
            and (:words = '' or strpos(lower(p.name || ' ' || p.category || ' ' || p.origin), lower(:words)) > 0)
        """;

    private final JdbcClient jdbc;

    /** Which way the shelf is sorted; each with a key that no two products share. */
    enum Sorting {
        NAME("p.name, p.id", "(p.name, p.id) > (select name, id"),
        NEWEST("p.created_at desc, p.id desc", "(p.created_at, p.id) < (select created_at, id");

        private final String order;
        private final String after;

        Sorting(String order, String after) {
            this.order = order;
            this.after = after + " from product where community_id = :community and id = :after)";
        }
    }

    /**
     * What is looked for.
     *
     * @param words part of a name, category or origin; empty for all
     * @param state sale, archived or all
     * @param after the last product of the page before; null for the first page
     */
    record Wanted(
            CommunityId community,
            String words,
            String state,
            Sorting sorting,
            @Nullable UUID after) {}

    /**
     * A product in the list.
     *
     * @param from the lowest price of its variants; null while it has none
     * @param left pieces that can still be bought of all counted variants; null where none is counted
     */
    record Item(
            UUID id,
            String name,
            String category,
            String origin,
            @Nullable PictureRef picture,
            boolean archived,
            int variants,
            @Nullable Money from,
            @Nullable Long left) {}

    @Transactional(readOnly = true)
    public List<Item> items(Wanted wanted, int limit) {
        var sorting = wanted.sorting();
        var after = wanted.after() == null ? "" : " and " + sorting.after;
        return jdbc.sql("""
                select p.id, p.name, p.category, p.origin, p.pictures[1] as picture, p.archived_at is not null as archived,
                    count(s.id) as variants, min(s.price_fen) as price_fen, sum(s.on_hand - s.reserved) as pieces_left
                from (select p.* {matching}{after} order by {order} limit :limit) p
                left join sku s on s.community_id = p.community_id and s.product_id = p.id and s.archived_at is null
                group by p.id, p.name, p.category, p.origin, p.pictures, p.archived_at, p.created_at
                order by {order}
                """.replace("{matching}", MATCHING)
                        .replace("{after}", after)
                        .replace("{order}", sorting.order))
                .param("community", wanted.community().value())
                .param("words", wanted.words())
                .param("state", wanted.state())
                .param("after", wanted.after())
                .param("limit", limit)
                .query(ProductShelf::item)
                .list();
    }

    @Transactional(readOnly = true)
    public int count(Wanted wanted) {
        return jdbc.sql("select count(*) " + MATCHING)
                .param("community", wanted.community().value())
                .param("words", wanted.words())
                .param("state", wanted.state())
                .query(Integer.class)
                .single();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        @Nullable String picture = row.getString("picture");
        @Nullable Long price = row.getObject("price_fen", Long.class);
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("category"),
                row.getString("origin"),
                picture == null ? null : new PictureRef(picture),
                row.getBoolean("archived"),
                row.getInt("variants"),
                price == null ? null : Money.ofFen(price),
                row.getObject("pieces_left", Long.class));
    }
}
