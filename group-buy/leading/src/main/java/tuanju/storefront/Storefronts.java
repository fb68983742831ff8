package tuanju.storefront;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;

/** The storefronts of leaders. Each is there as soon as its leader looks for it, and gone when they lead no more. */
@Component
@RequiredArgsConstructor
class Storefronts {

    private static final String COLUMNS = "community_id, leader_id, code, headline, introduction";

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Leaders leaders;
    private final Moderation moderation;

    /** The storefront with this code; refuses with NotFound, also when its leader leads no more. */
    Storefront byCode(Code code) {
        var front = jdbc.sql("select " + COLUMNS + " from storefront where community_id = :community and code = :code")
                .param("community", communities.of(code).id().value())
                .param("code", code.value())
                .query(Storefronts::storefront)
                .optional()
                .orElseThrow(NotFound::new);
        if (!leaders.leads(front.leader(), front.community())) {
            throw new NotFound();
        }
        return front;
    }

    /** A leader's own storefront here; refuses with NotFound who does not lead here. */
    @Transactional
    public Storefront of(MemberId leader, CommunityId community) {
        if (!leaders.leads(leader, community)) {
            throw new NotFound();
        }
        return find(leader, community).orElseGet(() -> make(leader, community));
    }

    /** Rewrites what a leader says about themselves. Refuses with Invalid what is too long or may not be said, with NotFound who does not lead here. */
    @Transactional
    public Storefront change(MemberId leader, CommunityId community, Storefront.Words words) {
        of(leader, community);
        return jdbc.sql("update storefront set headline = :headline, introduction = :introduction"
                        + " where community_id = :community and leader_id = :leader returning " + COLUMNS)
                .param("headline", checked("headline", words.headline(), Storefront.Words.LONGEST_HEADLINE))
                .param(
                        "introduction",
                        checked("introduction", words.introduction(), Storefront.Words.LONGEST_INTRODUCTION))
                .param("community", community.value())
                .param("leader", leader.value())
                .query(Storefronts::storefront)
                .single();
    }

    /** A leader's storefront, if they have ever looked at it. */
    Optional<Storefront> find(MemberId leader, CommunityId community) {
        return jdbc.sql("select " + COLUMNS
                        + " from storefront where community_id = :community and leader_id = :leader")
                .param("community", community.value())
                .param("leader", leader.value())
                .query(Storefronts::storefront)
                .optional();
    }

    /** Two looks at once make one. */
    private Storefront make(MemberId leader, CommunityId community) {
        jdbc.sql("""
                        insert into storefront (community_id, leader_id, code) values (:community, :leader, :code)
                        on conflict (community_id, leader_id) do nothing
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("code", communities.nextCode(community).value())
                .update();
        return find(leader, community).orElseThrow();
    }

    private String checked(String field, String text, int longest) {
        var written = text.strip();
        if (written.codePointCount(0, written.length()) > longest) {
            throw new Invalid(field, "storefront-too-long", longest);
        }
        moderation.mustPass(Written.TEXT, field, written);
        return written;
    }

    private static Storefront storefront(ResultSet row, int number) throws SQLException {
        return new Storefront(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new MemberId(row.getObject("leader_id", UUID.class)),
                new Code(row.getString("code")),
                row.getString("headline"),
                row.getString("introduction"));
    }
}
