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
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Ranks products, leaders and communities by what they sold; each ranking is one query, and one more for names. */
@Component
@RequiredArgsConstructor
class Rankings {

    /** The shared frame: the best, beside what all of them come to. */
    private static final String FRAME = """
            with sold as ({sold})
            select id, name, coalesce(orders, 0) as orders, coalesce(pieces, 0) as pieces, coalesce(fen, 0) as fen,
                coalesce(previous_fen, 0) as previous_fen, count(*) filter (where pieces > 0) over () as all_count,
                coalesce(sum(orders) over (), 0) as all_orders, coalesce(sum(pieces) over (), 0) as all_pieces,
                coalesce(sum(fen) over (), 0) as all_fen, coalesce(sum(previous_fen) over (), 0) as all_previous_fen
            from sold
            order by fen desc nulls last, pieces desc nulls last, id
            limit :limit
            """;

    // The greatest pair of day and name is the name it was last sold under.
    private static final String PRODUCTS = """
            select coalesce(product_id::text, product_name) as id,
                (max(array[business_day::text, product_name]))[2] as name, 0 as orders,
                sum(quantity) filter (where business_day >= :from) as pieces,
                sum(amount_fen) filter (where business_day >= :from) as fen,
                sum(amount_fen) filter (where business_day < :from) as previous_fen
            from sale_line_fact where {scope} business_day between :before and :to
            group by 1
            """;

    private static final String SELLERS = """
            select {seller}::text as id, '' as name,
                count(*) filter (where business_day >= :from) as orders,
                sum(pieces) filter (where business_day >= :from) as pieces,
                sum(amount_fen) filter (where business_day >= :from) as fen,
                sum(amount_fen) filter (where business_day < :from) as previous_fen
            from sale_fact where {scope} business_day between :before and :to
            group by 1
            """;

    private static final Ranking.Row NOTHING = new Ranking.Row("", 0, 0, 0, 0);

    private final JdbcClient database;
    private final Members members;
    private final Communities communities;

    Ranking products(Scope scope, int limit) {
        return ranking(sold(PRODUCTS, scope, limit), Sold::name);
    }

    Ranking leaders(Scope scope, int limit) {
        var sold = sold(SELLERS.replace("{seller}", "leader_id"), scope, limit);
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
                        .orElse(""));
    }

    Ranking communities(Scope scope, int limit) {
        var sold = sold(SELLERS.replace("{seller}", "community_id"), scope, limit);
        var names = communities.all().stream().collect(Collectors.toMap(it -> it.id(), it -> it.name()));
        return ranking(
                sold, it -> it.uuid().map(CommunityId::new).map(names::get).orElse(""));
    }

    private List<Sold> sold(String sold, Scope scope, int limit) {
        var community = scope.community();
        return database.sql(FRAME.replace("{sold}", sold).replace("{scope}", scope.condition()))
                .param("before", scope.period().previous().from())
                .param("from", scope.period().from())
                .param("to", scope.period().to())
                .param("community", community == null ? null : community.value())
                .param("limit", limit)
                .query(new DataClassRowMapper<>(Sold.class))
                .list();
    }

    private static Ranking ranking(List<Sold> sold, Function<Sold, String> name) {
        if (sold.isEmpty()) {
            return new Ranking(List.of(), NOTHING, 0);
        }
        var rows = sold.stream()
                .filter(it -> it.pieces() > 0)
                .map(it -> it.row().named(name.apply(it)))
                .toList();
        var first = sold.getFirst();
        var others = rows.stream().reduce(first.all(), Ranking.Row::minus);
        return new Ranking(rows, others, first.allCount());
    }

    record Sold(
            @Nullable String id,
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
            return Optional.ofNullable(id).map(UUID::fromString);
        }

        Ranking.Row row() {
            return new Ranking.Row(name, orders, pieces, fen, previousFen);
        }

        Ranking.Row all() {
            return new Ranking.Row("", allOrders, allPieces, allFen, allPreviousFen);
        }
    }
}
