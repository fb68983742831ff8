package tuanju.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.card.CardRef;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.note.Sight;

/** Reviews in the database. */
@Component
@RequiredArgsConstructor
class ReviewRows {

    /** The products behind a card w (community, kind, code). */
    static final String PRODUCTS = """
             any(case w.kind when 'CYCLE' then products_of_cycle(w.community, w.code)
                when 'PRODUCT' then array[product_of_code(w.community, w.code)]
                else array[product_of_team_buy(w.community, w.code)] end)
            """;

    private final JdbcClient jdbc;

    /** What one had of an order, and whether one said how it was. */
    record Had(UUID product, String name, boolean said) {}

    /** A review before it is known what its author is called. */
    record Row(
            UUID id,
            Code code,
            MemberId author,
            String product,
            Stars stars,
            String words,
            OffsetDateTime written,
            @Nullable String removedFor,
            @Nullable String removedReason,
            boolean held) {}

    List<Had> had(CommunityId community, MemberId member, Code order) {
        return jdbc.sql("""
            select l.product_id, l.product_name, exists (select from review r
                where r.community_id = :community and r.order_id = l.order_id and r.product_id = l.product_id) as said
            from own_completed_lines(:community, :member, :order) l
            """)
                .param("community", community.value())
                .param("member", member.value())
                .param("order", order.value())
                .query((row, number) -> new Had(
                        row.getObject("product_id", UUID.class), row.getString("product_name"), row.getBoolean("said")))
                .list();
    }

    /** Whether they had it by this order and had not said so before: the condition is part of the statement. */
    boolean insert(CommunityId community, Code code, MemberId author, Code order, Reviews.Saying saying, String words) {
        return jdbc.sql("""
            insert into review (community_id, id, code, order_id, product_id, product_name, source_code, author_id, taste,
                freshness, as_described, words)
            select :community, :id, :code, l.order_id, l.product_id, l.product_name, l.source_code, :author, :taste, :freshness,
                :described, :words
            from own_completed_lines(:community, :author, :order) l where l.product_id = :product
            on conflict (community_id, order_id, product_id) do nothing
            """)
                        .param("community", community.value())
                        .param("id", Ids.next())
                        .param("code", code.value())
                        .param("author", author.value())
                        .param("order", order.value())
                        .param("product", saying.product())
                        .param("taste", saying.stars().taste())
                        .param("freshness", saying.stars().freshness())
                        .param("described", saying.stars().asDescribed())
                        .param("words", words)
                        .update()
                == 1;
    }

    /** Newest first, by whom this reader reads. */
    List<Row> of(CommunityId community, CardRef card, @Nullable UUID viewer, @Nullable Code after, int limit) {
        return jdbc.sql("""
                        select r.* from (values (:community::uuid, :kind, :card)) w (community, kind, code)
                        join review r on r.community_id = w.community and r.product_id =
                        """ + PRODUCTS + " where r.withdrawn_at is null and " + Sight.person("r.author_id") + """
                            and (:after::text is null or r.id < (
                                select b.id from review b where b.community_id = :community and b.code = :after))
                        order by r.id desc limit :limit
                        """)
                .param("community", community.value())
                .param("kind", card.kind().name())
                .param("card", card.code().value())
                .param("viewer", viewer)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(ReviewRows::row)
                .list();
    }

    Map<UUID, List<Review.Answer>> answers(CommunityId community, List<Row> reviews) {
        record Said(UUID review, Review.Answer answer) {}
        return jdbc
                .sql("""
            select review_id, side, words, answered_at from review_answer
            where community_id = :community and review_id = any(:reviews) order by side
            """)
                .param("community", community.value())
                .param("reviews", reviews.stream().map(Row::id).toArray(UUID[]::new))
                .query((row, number) -> new Said(
                        row.getObject("review_id", UUID.class),
                        new Review.Answer(
                                row.getString("side"),
                                row.getString("words"),
                                row.getObject("answered_at", OffsetDateTime.class)
                                        .toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Said::review, Collectors.mapping(Said::answer, Collectors.toList())));
    }

    boolean answer(CommunityId community, Code code, MemberId by, String side, String words) {
        return jdbc.sql("""
            insert into review_answer (community_id, review_id, side, answered_by, words)
            select community_id, id, :side, :by, :words from review
            where community_id = :community and code = :code and withdrawn_at is null
            on conflict (community_id, review_id, side)
                do update set words = excluded.words, answered_by = excluded.answered_by, answered_at = now()
            """)
                        .param("community", community.value())
                        .param("code", code.value())
                        .param("by", by.value())
                        .param("side", side)
                        .param("words", words)
                        .update()
                == 1;
    }

    /** The reason it has now; empty where it is not there. The first one stays. */
    java.util.Optional<String> remove(CommunityId community, Code code, MemberId by, String reason, String words) {
        return jdbc.sql("""
            update review set removed_at = coalesce(removed_at, now()), removed_by = coalesce(removed_by, :by),
                removed_for = coalesce(removed_for, :reason), removed_reason = coalesce(removed_reason, :words)
            where community_id = :community and code = :code and withdrawn_at is null returning removed_for
            """)
                .param("community", community.value())
                .param("code", code.value())
                .param("by", by.value())
                .param("reason", reason)
                .param("words", words)
                .query(String.class)
                .optional();
    }

    boolean withdraw(CommunityId community, Code code, MemberId author) {
        return jdbc.sql("""
            update review set withdrawn_at = coalesce(withdrawn_at, now()), words = ''
            where community_id = :community and code = :code and author_id = :author
            """)
                        .param("community", community.value())
                        .param("code", code.value())
                        .param("author", author.value())
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        @Nullable String removedFor = row.getString("removed_for");
        boolean held = removedFor == null && row.getObject("held_at") != null;
        return new Row(
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new MemberId(row.getObject("author_id", UUID.class)),
                row.getString("product_name"),
                new Stars(row.getInt("taste"), row.getInt("freshness"), row.getInt("as_described")),
                removedFor == null && !held ? row.getString("words") : "",
                row.getObject("written_at", OffsetDateTime.class),
                removedFor,
                row.getString("removed_reason"),
                held);
    }
}
