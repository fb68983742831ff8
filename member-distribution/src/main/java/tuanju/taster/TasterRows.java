package tuanju.taster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Tasters in the database. */
@Component
@RequiredArgsConstructor
class TasterRows {

    private static final String TASTER = """
        select community_id, id, code, member_id, category, most_a_month, appointed_at, ended_at from taster
        """;

    private final JdbcClient jdbc;
    private final Communities communities;

    /** Whether they look after it now: of one category there is one in a community. */
    boolean insert(Taster made, MemberId by) {
        return jdbc.sql("""
            insert into taster (community_id, id, code, member_id, category, most_a_month, appointed_by)
            values (:community, :id, :code, :member, :category, :most, :by) on conflict do nothing
            """)
                        .param("community", made.community().value())
                        .param("id", made.id())
                        .param("code", made.code().value())
                        .param("member", made.member().value())
                        .param("category", made.category())
                        .param("most", made.mostAMonth())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    void allow(Taster taster, int mostAMonth) {
        jdbc.sql("update taster set most_a_month = :most where community_id = :community and id = :id")
                .param("most", mostAMonth)
                .param("community", taster.community().value())
                .param("id", taster.id())
                .update();
    }

    /** Whether that ended it just now. */
    boolean end(Taster taster) {
        return jdbc.sql("""
            update taster set ended_at = now() where community_id = :community and id = :id and ended_at is null
            """)
                        .param("community", taster.community().value())
                        .param("id", taster.id())
                        .update()
                == 1;
    }

    Optional<Taster> find(Code code) {
        return one(code, "");
    }

    /** The same held until the transaction ends. */
    Optional<Taster> lock(Code code) {
        return one(code, " for no key update");
    }

    private Optional<Taster> one(Code code, String lock) {
        return communities
                .find(code.communityShortCode())
                .flatMap(here -> jdbc.sql(TASTER + "where community_id = :community and code = :code" + lock)
                        .param("community", here.id().value())
                        .param("code", code.value())
                        .query(TasterRows::read)
                        .optional());
    }

    /** Those who look after something, in the order of their categories. */
    List<Taster> in(CommunityId community) {
        return jdbc.sql(TASTER + "where community_id = :community and ended_at is null order by category")
                .param("community", community.value())
                .query(TasterRows::read)
                .list();
    }

    /** What a member looks after and looked after, the newest first. */
    List<Taster> of(MemberId member) {
        return jdbc.sql(TASTER + "where member_id = :member order by appointed_at desc, id")
                .param("member", member.value())
                .query(TasterRows::read)
                .list();
    }

    static Taster read(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Taster(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("category"),
                row.getInt("most_a_month"),
                row.getObject("appointed_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
