package tuanju.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.picture.PictureRef;

/** Finds products and SKUs. */
@Component
@RequiredArgsConstructor
public class Catalog {

    private static final String SKU_CARD = """
        select s.community_id, s.product_id, s.id, p.name, s.spec, p.origin, p.pictures[1] as picture, s.price_fen,
            s.on_hand - s.reserved as pieces_left, s.per_person_limit,
            p.archived_at is null and s.archived_at is null as on_sale
        from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
        where s.community_id = :community
        """;

    private static final String PRODUCT = """
        select p.community_id, p.id as product_id, p.name, p.description, p.origin, p.category, p.pictures,
            p.archived_at is not null as product_archived, s.id, s.spec, s.price_fen, s.on_hand, s.reserved,
            s.per_person_limit, s.archived_at is not null as archived
        from product p left join sku s on s.community_id = p.community_id and s.product_id = p.id
        where p.community_id = :community
        """;

    private final JdbcClient jdbc;

    /** One SKU of this community, on sale or not; refuses with NotFound. */
    public SkuCard sku(CommunityId community, SkuId sku) {
        return jdbc.sql(SKU_CARD + " and s.id = :sku")
                .param("community", community.value())
                .param("sku", sku.value())
                .query(CatalogRows::skuCard)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Many SKUs in one query, by id; unknown ones are left out. */
    public Map<SkuId, SkuCard> skus(CommunityId community, Collection<SkuId> skus) {
        var found = new LinkedHashMap<SkuId, SkuCard>();
        if (!skus.isEmpty()) {
            jdbc.sql(SKU_CARD + " and s.id in (:skus)")
                    .param("community", community.value())
                    .param("skus", skus.stream().map(SkuId::value).distinct().toList())
                    .query(CatalogRows::skuCard)
                    .list()
                    .forEach(card -> found.put(card.sku(), card));
        }
        return found;
    }

    /**
     * What people may read of goods before they want them.
     *
     * @param category as the catalogue sorts them; empty where it does not
     * @param pictures the first one is on cards
     */
    public record About(String category, String origin, String description, List<PictureRef> pictures) {

        /** Nothing is said. */
        public static final About NOTHING = new About("", "", "", List.of());

        public About {
            pictures = List.copyOf(pictures);
        }

        /** Whether there is more to read or see than a card shows. */
        public boolean isMore() {
            return !description.isEmpty() || !origin.isEmpty() || pictures.size() > 1;
        }
    }

    /** What there is to read of these SKUs in one query, by id; unknown ones are left out. */
    public Map<SkuId, About> abouts(CommunityId community, Collection<SkuId> skus) {
        var found = new HashMap<SkuId, About>();
        if (!skus.isEmpty()) {
            jdbc.sql("""
                select s.id, p.category, p.origin, p.description, p.pictures
                from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
                where s.community_id = :community and s.id in (:skus)
                """)
                    .param("community", community.value())
                    .param("skus", skus.stream().map(SkuId::value).distinct().toList())
                    .query(row -> {
                        found.put(new SkuId(row.getObject("id", UUID.class)), CatalogRows.about(row));
                    });
        }
        return found;
    }

    /** What the goods of these communities with these ids are called, products and SKUs; unknown ids are left out. */
    public Map<UUID, String> names(Collection<CommunityId> communities, Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!communities.isEmpty() && !ids.isEmpty()) {
            jdbc.sql("""
                select id, name from product where community_id = any(:communities) and id = any(:ids)
                union all
                select s.id, concat_ws(' · ', p.name, nullif(s.spec, ''))
                from sku s join product p on p.community_id = s.community_id and p.id = s.product_id
                where s.community_id = any(:communities) and s.id = any(:ids)
                """)
                    .param(
                            "communities",
                            communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return names;
    }

    /** How this community's goods on sale are sorted, the kind with the most of them first; at most 12. */
    public List<String> categories(CommunityId community) {
        return jdbc.sql("""
            select p.category from product p
            where p.community_id = :community and p.archived_at is null and p.category <> ''
                and exists (select from sku s where s.community_id = p.community_id and s.product_id = p.id
                    and s.archived_at is null)
            group by p.category order by count(*) desc, p.category limit 12
            """)
                .param("community", community.value())
                .query((row, number) -> row.getString("category"))
                .list();
    }

    /** Every SKU on sale in this community, by product name. */
    public List<SkuCard> onSale(CommunityId community) {
        return jdbc.sql(SKU_CARD + " and p.archived_at is null and s.archived_at is null order by p.name, s.id")
                .param("community", community.value())
                .query(CatalogRows::skuCard)
                .list();
    }

    /** Every product of this community by name, archived ones last, with stock: for operators. */
    public List<ProductCard> products(CommunityId community) {
        return CatalogRows.products(jdbc.sql(PRODUCT + " order by p.archived_at is not null, p.name, p.id, s.id")
                .param("community", community.value()));
    }

    /** One product with its variants; refuses with NotFound. */
    public ProductCard product(CommunityId community, ProductId product) {
        var found = CatalogRows.products(jdbc.sql(PRODUCT + " and p.id = :product order by s.id")
                .param("community", community.value())
                .param("product", product.value()));
        return found.stream().findFirst().orElseThrow(NotFound::new);
    }
}
