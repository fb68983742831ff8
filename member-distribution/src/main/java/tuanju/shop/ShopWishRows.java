package tuanju.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;

/** What neighbours wish for in shops, in the database. */
@Component
@RequiredArgsConstructor
class ShopWishRows {

    private final JdbcClient jdbc;

    /** One of them. */
    record Row(
            UUID id,
            MemberId member,
            String words,
            Instant asked,
            @Nullable String answer) {}

    void insert(Shop in, UUID id, MemberId member, String words) {
        jdbc.sql("""
            insert into member_shop_wish (community_id, id, shop_id, member_id, words)
            values (:community, :id, :shop, :member, :words)
            """)
                .param("community", in.community().value())
                .param("id", id)
                .param("shop", in.id())
                .param("member", member.value())
                .param("words", words)
                .update();
    }

    /** Answers who wished for it. */
    Optional<MemberId> answer(Shop in, UUID id, String answer) {
        return jdbc.sql("""
            update member_shop_wish set answer = :answer, answered_at = now()
            where community_id = :community and id = :id and shop_id = :shop returning member_id
            """)
                .param("answer", answer)
                .param("community", in.community().value())
                .param("id", id)
                .param("shop", in.id())
                .query((row, number) -> new MemberId(row.getObject("member_id", UUID.class)))
                .optional();
    }

    /**
     * Takes one away and answers what it was.
     *
     * @param by whose it must be; null for whosever
     */
    Optional<Row> remove(Shop in, UUID id, @Nullable MemberId by) {
        return jdbc.sql("""
            delete from member_shop_wish
            where community_id = :community and id = :id and shop_id = :shop
                and (cast(:by as uuid) is null or member_id = cast(:by as uuid))
            returning id, member_id, words, asked_at, answer
            """)
                .param("community", in.community().value())
                .param("id", id)
                .param("shop", in.id())
                .param("by", by == null ? null : by.value())
                .query(ShopWishRows::read)
                .optional();
    }

    /**
     * What waits before what was answered, the newest first; of others than this reader only what was answered.
     *
     * @param reader null for a stranger
     * @param after the last of the page before; null for the first page, and so where that one is gone
     */
    List<Row> page(Shop in, @Nullable MemberId reader, @Nullable UUID after, int most) {
        return jdbc.sql("""
            with last as (select id, answer is not null as answered from member_shop_wish
                where community_id = :community and shop_id = :shop and id = cast(:after as uuid))
            select w.id, w.member_id, w.words, w.asked_at, w.answer from member_shop_wish w left join last on true
            where w.community_id = :community and w.shop_id = :shop
                and (w.answer is not null or :all or w.member_id = cast(:reader as uuid))
                and (last.id is null or (w.answer is not null) > last.answered
                    or (w.answer is not null) = last.answered and w.id < last.id)
            order by (w.answer is not null), w.id desc limit :most
            """)
                .param("community", in.community().value())
                .param("shop", in.id())
                .param("all", in.owner().equals(reader))
                .param("reader", reader == null ? null : reader.value())
                .param("after", after)
                .param("most", most)
                .query(ShopWishRows::read)
                .list();
    }

    int waiting(Shop in, MemberId member) {
        return jdbc.sql("""
            select count(*) from member_shop_wish
            where community_id = :community and shop_id = :shop and member_id = :member and answer is null
            """)
                .param("community", in.community().value())
                .param("shop", in.id())
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("words"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("answer"));
    }
}
