package tuanju.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.page.KeysetPage;

/** The members of a community as its leaders see them: a page at a time, the latest first, found by name or the end of a number. */
@Component
@RequiredArgsConstructor
class MembersOfLeader {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Leaders leaders;

    /** Those who belong, or those whose membership a leader ended. */
    enum Shown {
        ACTIVE,
        ENDED
    }

    /**
     * What is looked for.
     *
     * @param after whose row ended the page before; null on the first one
     */
    record Asked(Shown shown, String words, @Nullable UUID after) {}

    /** A page of them. */
    KeysetPage<Membership> page(CommunityId community, Asked asked) {
        var found = jdbc.sql("select " + Membership.COLUMNS + """
                         from membership cross join lateral contact_of(member_id)
                        where community_id = :community and status = :shown
                            and (:after::uuid is null or (joined_at, member_id) < (select joined_at, member_id
                                from membership where community_id = :community and member_id = :after::uuid))
                            and (:words = '' or strpos(lower(contact_name), :words) > 0
                                or length(:words) = 4 and right(contact_phone, 4) = :words)
                        order by joined_at desc, member_id desc
                        limit :limit
                        """)
                .param("community", community.value())
                .param("shown", asked.shown().name())
                .param("after", asked.after())
                .param("words", asked.words().strip().toLowerCase(Locale.ROOT))
                .param("limit", PAGE + 1)
                .query(Membership::of)
                .list();
        return KeysetPage.of(
                found, PAGE, asked.words(), asked.after(), it -> it.member().value());
    }

    /** How many belong, and how many memberships were ended. */
    Count count(CommunityId community) {
        return jdbc.sql("""
                        select count(*) filter (where status = 'ACTIVE') as active, count(*) filter (where status = 'ENDED') as ended
                        from membership where community_id = :community
                        """)
                .param("community", community.value())
                .query(MembersOfLeader::count)
                .single();
    }

    record Count(int active, int ended) {}

    /** The community with this short code, or the first one where none is named. Refuses with NotFound whoever does not lead it. */
    CommunityCard led(MemberId leader, String shortCode) {
        return leaders.communitiesLedBy(leader).stream()
                .filter(it -> shortCode.isBlank() || it.shortCode().equals(shortCode.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(row.getInt("active"), row.getInt("ended"));
    }
}
