package tuanju.memberday;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.money.Percentage;

/** Member days in the database. */
@Component
@RequiredArgsConstructor
class MemberDayRows {

    private static final String DAY = """
        select community_id, id, code, title, basis_points, weekday, month_day, from_minute, until_minute, goods, product_id,
            goods_name, visible_from, leader_id, ended_at
        from member_day
        """;

    private final JdbcClient jdbc;

    /** Answers false where as many hold as may. */
    boolean insert(MemberDay made, MemberId by, int most) {
        for (int slot = 1; slot <= most; slot++) {
            if (insertAt(made, by, slot)) {
                return true;
            }
        }
        return false;
    }

    /** Into this place, unless somebody has it or takes it now. */
    private boolean insertAt(MemberDay made, MemberId by, int slot) {
        var what = made.what();
        var rhythm = what.rhythm();
        return jdbc.sql("""
            insert into member_day (community_id, id, code, title, basis_points, weekday, month_day, from_minute, until_minute,
                goods, product_id, goods_name, visible_from, leader_id, slot, made_by)
            values (:community, :id, :code, :title, :less, :weekday, :monthDay, :from, :until, :goods, :product, :name, :level,
                :leader, :slot, :by)
            on conflict do nothing
            """)
                        .param("community", made.community().value())
                        .param("id", made.id())
                        .param("code", made.code().value())
                        .param("title", what.title())
                        .param("less", what.less().basisPoints())
                        .param("weekday", rhythm.weekday())
                        .param("monthDay", rhythm.monthDay())
                        .param("from", rhythm.from())
                        .param("until", rhythm.until())
                        .param("goods", what.goods().scope().name())
                        .param("product", what.goods().product())
                        .param("name", what.goods().name())
                        .param("level", what.visibility().from())
                        .param(
                                "leader",
                                made.leader() == null ? null : made.leader().value())
                        .param("slot", slot)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Whether it still came again until now. */
    boolean end(CommunityId community, UUID day) {
        return jdbc.sql("""
            update member_day set ended_at = now() where community_id = :community and id = :day and ended_at is null
            """)
                        .param("community", community.value())
                        .param("day", day)
                        .update()
                == 1;
    }

    Optional<MemberDay> find(CommunityId community, Code code) {
        return jdbc.sql(DAY + "where community_id = :community and code = :code")
                .param("community", community.value())
                .param("code", code.value())
                .query(MemberDayRows::read)
                .optional();
    }

    /** Those of a leader in all communities, or all there are; newest first, after this one. */
    List<MemberDay> page(@Nullable MemberId leader, @Nullable UUID after, int limit) {
        return jdbc.sql(DAY + """
            where (cast(:leader as uuid) is null or leader_id = cast(:leader as uuid))
                and (cast(:after as uuid) is null or id < cast(:after as uuid))
            order by id desc limit :limit
            """)
                .param("leader", leader == null ? null : leader.value())
                .param("after", after)
                .param("limit", limit)
                .query(MemberDayRows::read)
                .list();
    }

    private static MemberDay read(ResultSet row, int number) throws SQLException {
        @Nullable UUID leader = row.getObject("leader_id", UUID.class);
        return new MemberDay(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new NewMemberDay(
                        row.getString("title"),
                        new Percentage(row.getInt("basis_points")),
                        new Rhythm(
                                row.getObject("weekday", Integer.class),
                                row.getObject("month_day", Integer.class),
                                row.getInt("from_minute"),
                                row.getInt("until_minute")),
                        new NewMemberDay.Goods(
                                NewMemberDay.Scope.valueOf(row.getString("goods")),
                                row.getObject("product_id", UUID.class),
                                row.getString("goods_name")),
                        Visibility.stored(row)),
                leader == null ? null : new MemberId(leader),
                row.getObject("ended_at") == null
                        ? null
                        : row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }
}
