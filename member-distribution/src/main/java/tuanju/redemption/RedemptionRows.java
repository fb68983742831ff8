package tuanju.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
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

/** Who had goods for points, in the database. */
@Component
@RequiredArgsConstructor
class RedemptionRows {

    private static final String REDEMPTION = """
        select community_id, id, code, goods_id, member_id, point_id, title, points, pickup_code, state, redeemed_at, reason
        from redemption
        """;

    private final JdbcClient jdbc;
    private final Communities communities;

    /** Whether it waits now: of each one waits for a member at a time. */
    boolean insert(Redemption made) {
        return jdbc.sql("""
            insert into redemption (community_id, id, code, goods_id, member_id, point_id, title, points, pickup_code)
            values (:community, :id, :code, :goods, :member, :point, :title, :points, :pickup)
            on conflict (community_id, goods_id, member_id) where state = 'WAITING' do nothing
            """)
                        .param("community", made.community().value())
                        .param("id", made.id())
                        .param("code", made.code().value())
                        .param("goods", made.goods())
                        .param("member", made.member().value())
                        .param("point", made.point())
                        .param("title", made.title())
                        .param("points", made.points())
                        .param("pickup", made.pickupCode())
                        .update()
                == 1;
    }

    void handed(Redemption it, MemberId by) {
        jdbc.sql("""
            update redemption set state = 'HANDED', handed_at = now(), changed_by = :by where community_id = :community and id = :id
            """)
                .param("by", by.value())
                .param("community", it.community().value())
                .param("id", it.id())
                .update();
    }

    void returned(Redemption it, String reason, MemberId by) {
        jdbc.sql("""
            update redemption set state = 'RETURNED', returned_at = now(), reason = :reason, changed_by = :by
            where community_id = :community and id = :id
            """)
                .param("reason", reason)
                .param("by", by.value())
                .param("community", it.community().value())
                .param("id", it.id())
                .update();
    }

    Optional<Redemption> find(Code code) {
        return one(code, "");
    }

    /** The same held until the transaction ends. */
    Optional<Redemption> lock(Code code) {
        return one(code, " for no key update");
    }

    private Optional<Redemption> one(Code code, String lock) {
        return communities
                .find(code.communityShortCode())
                .flatMap(here -> jdbc.sql(REDEMPTION + "where community_id = :community and code = :code" + lock)
                        .param("community", here.id().value())
                        .param("code", code.value())
                        .query(RedemptionRows::read)
                        .optional());
    }

    /** What a member had, the newest first; after this one, or from the beginning. */
    List<Redemption> of(MemberId member, @Nullable UUID after, int most) {
        return jdbc.sql(REDEMPTION + """
            where member_id = :member and (cast(:after as uuid) is null or id < cast(:after as uuid))
            order by id desc limit :most
            """)
                .param("member", member.value())
                .param("after", after)
                .param("most", most)
                .query(RedemptionRows::read)
                .list();
    }

    /** A point of a community. */
    record Place(CommunityId community, UUID point) {}

    /** Where something waits. */
    List<Place> points() {
        return jdbc.sql("select distinct community_id, point_id from redemption where state = 'WAITING'")
                .query((row, number) -> new Place(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("point_id", UUID.class)))
                .list();
    }

    /** What waits at these points, who waits longest first. */
    List<Redemption> waiting(CommunityId community, Collection<UUID> points, int most) {
        return points.isEmpty()
                ? List.of()
                : jdbc.sql(REDEMPTION + """
            where community_id = :community and point_id in (:points) and state = 'WAITING'
            order by redeemed_at, id limit :most
            """)
                        .param("community", community.value())
                        .param("points", points)
                        .param("most", most)
                        .query(RedemptionRows::read)
                        .list();
    }

    private static Redemption read(ResultSet row, int number) throws SQLException {
        return new Redemption(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                row.getObject("goods_id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getObject("point_id", UUID.class),
                row.getString("title"),
                row.getInt("points"),
                row.getString("pickup_code"),
                Redemption.State.valueOf(row.getString("state")),
                row.getObject("redeemed_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"));
    }
}
