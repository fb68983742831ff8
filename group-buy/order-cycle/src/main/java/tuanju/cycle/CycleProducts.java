package tuanju.cycle;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.catalog.Stock;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** The products of cycles and how many pieces of each are taken. */
@Component
@RequiredArgsConstructor
public class CycleProducts {

    private final CycleShares shares;
    private final Stock stock;
    private final JdbcClient jdbc;

    /**
     * What an order wants of a product.
     *
     * @param tolerance pieces it would take beyond these to fill a case
     */
    public record Wanted(CycleProduct product, int quantity, int tolerance) {

        public int most() {
            return quantity + tolerance;
        }
    }

    public void add(CommunityId community, UUID cycle, List<CyclePlan.Item> items) {
        for (int position = 0; position < items.size(); position++) {
            add(community, cycle, Ids.next(), items.get(position), position);
        }
    }

    public List<CycleProduct> of(CycleCard cycle) {
        return of(cycle.community(), List.of(cycle.id())).getOrDefault(cycle.id(), List.of());
    }

    /** The same at what they cost this member now, on a member day less; what is sold by weight costs everybody the same. */
    public List<CycleProduct> forBuyer(CycleCard cycle, @Nullable MemberId viewer) {
        if (viewer == null) {
            return of(cycle);
        }
        return found(CycleProduct.MEMBERS_PRICE, cycle.community(), List.of(cycle.id()), viewer)
                .getOrDefault(cycle.id(), List.of());
    }

    /** The products of several cycles, by their ids. */
    public Map<UUID, List<CycleProduct>> of(CommunityId community, Collection<UUID> cycles) {
        return cycles.isEmpty() ? Map.of() : found("price_fen", community, cycles, null);
    }

    private Map<UUID, List<CycleProduct>> found(
            String price, CommunityId community, Collection<UUID> cycles, @Nullable MemberId viewer) {
        return jdbc
                .sql("""
                        select cycle_id, id, sku_id, name, spec, picture, price_fen, quantity_limit, taken, case_size,
                               minimum_kind, minimum, estimated_grams, band_percent, per_500g_fen, description, stopped,
                               %s as kept, %s as now_fen
                        from cycle_product p where community_id = :community and cycle_id in (:cycles) order by cycle_id, position, id
                        """.formatted(CycleProduct.KEPT, price))
                .param("viewer", viewer == null ? null : viewer.value())
                .param("community", community.value())
                .param("cycles", cycles)
                .query((row, number) -> Map.entry(row.getObject("cycle_id", UUID.class), CycleProduct.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Takes pieces within each product's limit, in the order of their ids so that two orders never wait for each other. */
    public void take(CycleCard cycle, UUID order, List<Wanted> wanted) {
        wanted.stream().sorted(Comparator.comparing(it -> it.product().id())).forEach(it -> {
            if (!takes(cycle.community(), it.product().id(), it.most())) {
                throw isFree(cycle.community(), it)
                        ? CannotOrder.othersWait(it.product().title())
                        : CannotOrder.tooFewLeft(it.product().title());
            }
            shares.add(cycle, order, it);
        });
    }

    /** The same for a guest's order: whoever takes a chain list in answers for its money, so it counts as paid. */
    public void take(CycleCard cycle, UUID order, Map<CycleProduct, Integer> wanted) {
        take(
                cycle,
                order,
                wanted.entrySet().stream()
                        .map(it -> new Wanted(it.getKey(), it.getValue(), 0))
                        .toList());
        shares.paid(cycle.community(), order);
    }

    /** Takes pieces for the first in line, who wanted so many and waits no more. */
    public void takeInTurn(CycleCard cycle, UUID order, Wanted wanted, int waited) {
        int taken = jdbc.sql("""
                        update cycle_product set taken = taken + :quantity, waited = waited - :waited
                        where community_id = :community and id = :product and not stopped
                          and (quantity_limit is null or taken + :quantity <= quantity_limit)
                        """)
                .param("community", cycle.community().value())
                .param("product", wanted.product().id())
                .param("quantity", wanted.most())
                .param("waited", waited)
                .update();
        if (taken == 0) {
            throw CannotOrder.tooFewLeft(wanted.product().title());
        }
        shares.add(cycle, order, wanted);
    }

    /**
     * Holds these and what the catalogue has of them until the transaction ends, in the order in which orders take them, for whoever
     * takes some and frees others.
     */
    public void hold(CycleCard cycle, Collection<UUID> products) {
        var skus = of(cycle).stream()
                .filter(it -> products.contains(it.id()))
                .map(CycleProduct::sku)
                .filter(Objects::nonNull)
                .toList();
        stock.hold(cycle.community(), skus);
        if (!products.isEmpty()) {
            jdbc.sql("""
                            select id from cycle_product where community_id = :community and cycle_id = :cycle
                                and id in (:products) order by id for update
                            """)
                    .param("community", cycle.community().value())
                    .param("cycle", cycle.id())
                    .param("products", products)
                    .query()
                    .listOfRows();
        }
    }

    /** Somebody waits for so many pieces more, or for fewer. */
    public void waits(CommunityId community, UUID product, int pieces) {
        jdbc.sql("update cycle_product set waited = waited + :pieces where community_id = :community and id = :product")
                .param("pieces", pieces)
                .param("community", community.value())
                .param("product", product)
                .update();
    }

    /** Nobody waits for anything of this cycle any more. */
    public void nobodyWaits(CycleCard cycle) {
        jdbc.sql("update cycle_product set waited = 0 where community_id = :community and cycle_id = :cycle")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }

    /** What an order that will not be paid, or was left, had taken is free again; a second call frees nothing. */
    public void release(CommunityId community, UUID order) {
        jdbc.sql("""
                        with held as materialized (
                            -- in a fixed order, so that no two releases wait for each other
                            select p.id from cycle_product p
                            join cycle_reservation r on r.community_id = p.community_id and r.product_id = p.id
                            where r.community_id = :community and r.order_id = :order order by p.id for update of p
                        ), freed as (
                            delete from cycle_reservation where community_id = :community and order_id = :order
                                and product_id in (select id from held)
                            returning product_id, late,
                                case when settled_at is null then quantity + tolerance else given end as pieces)
                        update cycle_product p set taken = taken - freed.pieces,
                            late_taken = late_taken - case when freed.late then freed.pieces else 0 end
                        from freed where p.community_id = :community and p.id = freed.product_id
                        """)
                .param("community", community.value())
                .param("order", order)
                .update();
    }

    /** Some pieces of a product are free again. */
    public void free(CommunityId community, UUID product, int pieces) {
        jdbc.sql("update cycle_product set taken = taken - :pieces where community_id = :community and id = :product")
                .param("pieces", pieces)
                .param("community", community.value())
                .param("product", product)
                .update();
    }

    private boolean takes(CommunityId community, UUID product, int quantity) {
        return jdbc.sql("""
                                update cycle_product p set taken = taken + :quantity
                                where community_id = :community and id = :product and not stopped
                                  and (quantity_limit is null or taken + :quantity + %s <= quantity_limit)
                                """.formatted(CycleProduct.KEPT))
                        .param("community", community.value())
                        .param("product", product)
                        .param("quantity", quantity)
                        .update()
                == 1;
    }

    private boolean isFree(CommunityId community, Wanted wanted) {
        return jdbc.sql("""
                        select not stopped and taken + :quantity <= quantity_limit from cycle_product
                        where community_id = :community and id = :product
                        """)
                .param("community", community.value())
                .param("product", wanted.product().id())
                .param("quantity", wanted.most())
                .query(Boolean.class)
                .single();
    }

    public void add(CommunityId community, UUID cycle, UUID id, CyclePlan.Item item, int position) {
        var sku = item.sku();
        var picture = item.picture();
        var minimum = item.terms().minimum();
        var weight = item.terms().weight();
        jdbc.sql("""
                        insert into cycle_product (community_id, id, cycle_id, position, sku_id, name, spec, price_fen, quantity_limit,
                            picture, case_size, minimum_kind, minimum, estimated_grams, band_percent, per_500g_fen)
                        values (:community, :id, :cycle, :position, :sku, :name, :spec, :price, :limit, :picture, :caseSize,
                            :minimumKind, :minimum, :grams, :band, :per500g)
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("cycle", cycle)
                .param("position", position)
                .param("sku", sku == null ? null : sku.value())
                .param("name", item.name())
                .param("spec", item.spec())
                .param("price", item.price().fen())
                .param("limit", item.limit())
                .param("picture", picture == null ? null : picture.value())
                .param("caseSize", item.terms().caseSize())
                .param("minimumKind", minimum == null ? null : minimum.kind().name())
                .param("minimum", minimum == null ? null : minimum.amount())
                .param("grams", weight == null ? null : weight.grams())
                .param("band", weight == null ? null : weight.bandPercent())
                .param("per500g", weight == null ? null : weight.per500g().fen())
                .update();
    }
}
