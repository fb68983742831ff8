package tuanju.demand;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** The table of votes; that nobody has more than their places, and one vote for an idea, its keys see to. */
@Component
@RequiredArgsConstructor
class VoteRows {

    private final JdbcClient jdbc;

    /** Takes the first free of so many places; false where none was free, it is voted for already, or it takes no vote. */
    boolean cast(CommunityId community, UUID idea, MemberId member, int places) {
        return jdbc.sql("""
            insert into idea_vote (community_id, idea_id, member_id, place)
            select i.community_id, i.id, :member, free.place
            from (select * from idea where community_id = :community and id = :idea and merged_into is null
                and withdrawn_at is null and status in ('RECEIVED', 'PLANNED', 'TRYING') for share) i
            cross join lateral (select min(p) as place from generate_series(1, :places) p where not exists (
                select from idea_vote v where v.community_id = :community and v.member_id = :member and v.place = p)) free
            where free.place is not null
            on conflict do nothing
            """)
                        .param("community", community.value())
                        .param("idea", idea)
                        .param("member", member.value())
                        .param("places", places)
                        .update()
                == 1;
    }

    /** What was given to what is over stays counted and is not taken back. */
    void takeBack(CommunityId community, UUID idea, MemberId member) {
        jdbc.sql("""
            delete from idea_vote
            where community_id = :community and idea_id = :idea and member_id = :member and place is not null
            """)
                .param("community", community.value())
                .param("idea", idea)
                .param("member", member.value())
                .update();
    }

    boolean voted(CommunityId community, UUID idea, MemberId member) {
        return jdbc.sql("""
            select exists (select from idea_vote where community_id = :community and idea_id = :idea and member_id = :member)
            """)
                .param("community", community.value())
                .param("idea", idea)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    /** How many of a member's places are taken here. */
    int taken(CommunityId community, MemberId member) {
        return jdbc.sql("""
            select count(*) from idea_vote where community_id = :community and member_id = :member and place is not null
            """)
                .param("community", community.value())
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }

    /** It is over: the votes stay and their places are free again. */
    void giveBack(CommunityId community, UUID idea) {
        jdbc.sql("update idea_vote set place = null where community_id = :community and idea_id = :idea")
                .param("community", community.value())
                .param("idea", idea)
                .update();
    }

    List<MemberId> voters(CommunityId community, UUID idea) {
        return jdbc.sql("select member_id from idea_vote where community_id = :community and idea_id = :idea")
                .param("community", community.value())
                .param("idea", idea)
                .query((row, number) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    /**
     * All votes of one go to another, of who voted for both one; the one stays as a page. Both are locked, the smaller first. False
     * where one of them takes no votes any more.
     */
    boolean merge(CommunityId community, UUID one, UUID into) {
        int both = jdbc.sql("""
            select id from idea where community_id = :community and id in (:one, :into) and merged_into is null
                and withdrawn_at is null and status in ('RECEIVED', 'PLANNED', 'TRYING') order by id for update
            """)
                .param("community", community.value())
                .param("one", one)
                .param("into", into)
                .query(UUID.class)
                .list()
                .size();
        if (both < 2) {
            return false;
        }
        for (var statement : List.of("""
                update idea_vote v set idea_id = :into where v.community_id = :community and v.idea_id = :one
                    and not exists (select from idea_vote t where t.community_id = v.community_id and t.idea_id = :into
                        and t.member_id = v.member_id)
                """, """
                delete from idea_vote where community_id = :community and idea_id = :one
                """, """
                update idea set merged_into = :into where community_id = :community and id = :one
                """)) {
            jdbc.sql(statement)
                    .param("community", community.value())
                    .param("one", one)
                    .param("into", into)
                    .update();
        }
        return true;
    }
}
