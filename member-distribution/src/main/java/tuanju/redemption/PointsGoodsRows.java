package tuanju.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Goods for points in the database, and how many are left. */
@Component
@RequiredArgsConstructor
class PointsGoodsRows {

    private static final String GOODS = """
        select community_id, id, code, leader_id, point_id, title, detail, points, stock, ended_at is not null as ended
        from points_goods
        """;

    private final JdbcClient jdbc;
    private final Communities communities;

    void insert(PointsGoods made) {
        jdbc.sql("""
            insert into points_goods (community_id, id, code, leader_id, point_id, title, detail, points, put_in, stock)
            values (:community, :id, :code, :leader, :point, :title, :detail, :points, :stock, :stock)
            """)
                .param("community", made.community().value())
                .param("id", made.id())
                .param("code", made.code().value())
                .param("leader", made.leader().value())
                .param("point", made.point())
                .param("title", made.title())
                .param("detail", made.detail())
                .param("points", made.points())
                .param("stock", made.stock())
                .update();
    }

    /** So many are left from now on; answers false where that were more than may ever be there. */
    boolean count(PointsGoods goods, int left, int most) {
        return jdbc.sql("""
            update points_goods set put_in = put_in - stock + :left, stock = :left
            where community_id = :community and id = :id and put_in - stock + :left <= :most
            """)
                        .param("left", left)
                        .param("most", most)
                        .param("community", goods.community().value())
                        .param("id", goods.id())
                        .update()
                == 1;
    }

    void end(PointsGoods goods) {
        jdbc.sql("""
            update points_goods set ended_at = now() where community_id = :community and id = :id and ended_at is null
            """)
                .param("community", goods.community().value())
                .param("id", goods.id())
                .update();
    }

    /** All that this leader put there. */
    void endAll(CommunityId community, MemberId leader) {
        jdbc.sql("""
            update points_goods set ended_at = now()
            where community_id = :community and leader_id = :leader and ended_at is null
            """)
                .param("community", community.value())
                .param("leader", leader.value())
                .update();
    }

    /** Takes one away, and answers false where none is left. Held until the transaction ends. */
    boolean take(PointsGoods goods) {
        return jdbc.sql("""
            update points_goods set stock = stock - 1
            where community_id = :community and id = :id and stock > 0 and ended_at is null
            """)
                        .param("community", goods.community().value())
                        .param("id", goods.id())
                        .update()
                == 1;
    }

    /** One of those that were taken away was never there. */
    void missing(CommunityId community, UUID goods) {
        jdbc.sql("update points_goods set put_in = put_in - 1 where community_id = :community and id = :id")
                .param("community", community.value())
                .param("id", goods)
                .update();
    }

    Optional<PointsGoods> find(Code code) {
        return one(code, "");
    }

    /** The same held until the transaction ends. */
    Optional<PointsGoods> lock(Code code) {
        return one(code, " for no key update");
    }

    private Optional<PointsGoods> one(Code code, String lock) {
        return communities
                .find(code.communityShortCode())
                .flatMap(here -> jdbc.sql(GOODS + "where community_id = :community and code = :code" + lock)
                        .param("community", here.id().value())
                        .param("code", code.value())
                        .query(PointsGoodsRows::read)
                        .optional());
    }

    /** What somebody can have now, the newest first. */
    List<PointsGoods> there(CommunityId community, int most) {
        return jdbc.sql(GOODS + """
            where community_id = :community and ended_at is null and stock > 0 order by made_at desc, id limit :most
            """)
                .param("community", community.value())
                .param("most", most)
                .query(PointsGoodsRows::read)
                .list();
    }

    /** What a leader put there, the newest first; after this one, or from the beginning. */
    List<PointsGoods> of(MemberId leader, @Nullable UUID after, int most) {
        return jdbc.sql(GOODS + """
            where leader_id = :leader and (cast(:after as uuid) is null or id < cast(:after as uuid))
            order by id desc limit :most
            """)
                .param("leader", leader.value())
                .param("after", after)
                .param("most", most)
                .query(PointsGoodsRows::read)
                .list();
    }

    private static PointsGoods read(ResultSet row, int number) throws SQLException {
        return new PointsGoods(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new MemberId(row.getObject("leader_id", UUID.class)),
                row.getObject("point_id", UUID.class),
                row.getString("title"),
                row.getString("detail"),
                row.getInt("points"),
                row.getInt("stock"),
                row.getBoolean("ended"));
    }
}
