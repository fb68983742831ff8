package tuanju.catalog;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;

/** Finds products by words, for those who look through what is made of them. */
@Component
@RequiredArgsConstructor
public class ProductSearch {

    /** So many at once at most. */
    public static final int MOST = 500;

    private final JdbcClient jdbc;

    /** Products of all communities whose name, category or origin holds these words, off sale or not; at most 500. */
    @Transactional(readOnly = true)
    public List<ProductId> named(String words) {
        return jdbc.sql("""
                        select id from product where strpos(lower(name || ' ' || category || ' ' || origin), lower(:words)) > 0
                        order by id limit :most
                        """)
                .param("words", words.strip())
                .param("most", MOST)
                .query((row, number) -> new ProductId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Products of a community whose name, category or origin holds these words, off sale or not; at most 500. */
    @Transactional(readOnly = true)
    public List<ProductId> named(CommunityId community, String words) {
        return jdbc.sql("""
                        select id from product
                        where community_id = :community
                            and strpos(lower(name || ' ' || category || ' ' || origin), lower(:words)) > 0
                        order by id limit :most
                        """)
                .param("community", community.value())
                .param("words", words.strip())
                .param("most", MOST)
                .query((row, number) -> new ProductId(row.getObject("id", UUID.class)))
                .list();
    }
}
