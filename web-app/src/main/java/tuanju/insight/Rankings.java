package tuanju.insight;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Ranks products, leaders and communities by what they sold; each ranking is one query, and one more for names. */
@Component
@RequiredArgsConstructor
class Rankings {

    /** The best, beside what all of them come to; what was sold before only is among those. */
    private static final String FRAME = """
            with sold as ({sold}),
            best as (select * from sold where pieces > 0 order by fen desc, pieces desc, id limit :limit)
            select best.id, coalesce(best.orders, 0) as orders, coalesce(best.pieces, 0) as pieces,
                coalesce(best.fen, 0) as fen, {known},
                (select count(*) from sold where pieces > 0) as all_count,
                (select coalesce(sum(orders), 0) from sold) as all_orders,
                (select coalesce(sum(pieces), 0) from sold) as all_pieces,
                (select coalesce(sum(fen), 0) from sold) as all_fen,
                (select coalesce(sum(amount_fen), 0) from {table} where {scope} business_day between :before and :end)
                    as all_previous_fen
            from (values (1)) one left join best on true {before}
            order by best.fen desc, best.pieces desc, best.id
            """;

    private static final String PRODUCTS = """
            select product as id, 0 as orders, sum(pieces) as pieces, sum(amount_fen) as fen
            from product_of_a_day where {scope} business_day between :from and :to
            group by product
            """;

    private static final String PRODUCTS_KNOWN = """
            coalesce((select product_name from product_of_a_day where {scope} product = best.id and business_day <= :to
                order by business_day desc, product_name desc limit 1), '') as name,
            (select coalesce(sum(amount_fen), 0) from product_of_a_day
                where {scope} product = best.id and business_day between :before and :end) as previous_fen
            """;

    private static final String SELLERS = """
            select {seller} as id, sum(orders) as orders, sum(pieces) as pieces, sum(amount_fen) as fen
            from sales_of_a_day where {scope} business_day between :from and :to
            group by 1
            """;

    private static final String SELLERS_KNOWN = """
            '' as name, coalesce(before.fen, 0) as previous_fen
            """;

    private static final String SELLERS_BEFORE = """
            left join (
                select {seller} as id, sum(amount_fen) as fen from sales_of_a_day
                where {scope} business_day between :before and :end group by 1) before on before.id = best.id
            """;

    private final JdbcClient database;
    private final Members members;
    private final Communities communities;

    Ranking products(Scope scope, int limit) {
        var sold = FRAME.replace("{sold}", PRODUCTS)
                .replace("{known}", PRODUCTS_KNOWN)
                .replace("{before}", "")
                .replace("{table}", "product_of_a_day");
        return ranking(read(sold, scope, limit), Sold::name, id -> "product=" + id);
    }

    Ranking leaders(Scope scope, int limit) {
        var sold = sellers("leader_id", scope, limit);
        var cards = members.cards(sold.stream()
                .flatMap(it -> it.uuid().stream())
                .map(MemberId::new)
                .toList());
        return ranking(
                sold,
                it -> it.uuid()
                        .map(MemberId::new)
                        .map(cards::get)
                        .map(card -> card.name())
                        .orElse(""),
                id -> "leader=" + id);
    }

    Ranking communities(Scope scope, int limit) {
        var sold = sellers("community_id", scope, limit);
        var all = communities.all();
        var names = all.stream().collect(Collectors.toMap(it -> it.id().value(), CommunityCard::name));
        var codes = all.stream().collect(Collectors.toMap(it -> it.id().value(), CommunityCard::shortCode));
        return ranking(
                sold, it -> it.uuid().map(names::get).orElse(""), id -> "community=" + codes.getOrDefault(id, ""));
    }

    private List<Sold> sellers(String seller, Scope scope, int limit) {
        var sold = FRAME.replace("{sold}", SELLERS)
                .replace("{known}", SELLERS_KNOWN)
                .replace("{before}", SELLERS_BEFORE)
                .replace("{table}", "sales_of_a_day")
                .replace("{seller}", seller);
        return read(sold, scope, limit);
    }

    private List<Sold> read(String sold, Scope scope, int limit) {
        var community = scope.community();
        return database.sql(sold.replace("{scope}", scope.condition()))
                .param("before", scope.period().previous().from())
                .param("end", scope.period().previous().to())
                .param("from", scope.period().from())
                .param("to", scope.period().to())
                .param("community", community == null ? null : community.value())
                .param("limit", limit)
                .query(new DataClassRowMapper<>(Sold.class))
                .list();
    }

    private static Ranking ranking(List<Sold> sold, Function<Sold, String> name, Function<UUID, String> found) {
        var rows = sold.stream()
                .filter(it -> it.pieces() > 0)
                .map(it -> it.row().named(name.apply(it), it.uuid().map(found).orElse("")))
                .toList();
        var first = sold.getFirst();
        var others = rows.stream().reduce(first.all(), Ranking.Row::minus);
        return new Ranking(rows, others, first.allCount());
    }

    record Sold(
            @Nullable UUID id,
            String name,
            long orders,
            long pieces,
            long fen,
            long previousFen,
            int allCount,
            long allOrders,
            long allPieces,
            long allFen,
            long allPreviousFen) {

        Optional<UUID> uuid() {
            return Optional.ofNullable(id);
        }

        Ranking.Row row() {
            return new Ranking.Row(name, orders, pieces, fen, previousFen);
        }

        Ranking.Row all() {
            return new Ranking.Row("", allOrders, allPieces, allFen, allPreviousFen);
        }
    }
}
