package tuanju.demand;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.note.Sight;

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
                and withdrawn_at is null and hidden_at is null and status in ('RECEIVED', 'PLANNED', 'TRYING') for share) i
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

    /**
     * What was given to what is over stays counted and is not taken back; a vote that was merged is taken back where it went. Whether
     * its owner still reads who wrote it is not asked. False where there is no such idea.
     */
    boolean takeBack(CommunityId community, Code code, MemberId member) {
        var stands = jdbc.sql("""
            select coalesce(merged_into, id) from idea where community_id = :community and code = :code for share
            """)
                .param("community", community.value())
                .param("code", code.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
        stands.ifPresent(idea -> jdbc.sql("""
            delete from idea_vote
            where community_id = :community and idea_id = :idea and member_id = :member and place is not null
            """)
                .param("community", community.value())
                .param("idea", idea)
                .param("member", member.value())
                .update());
        return stands.isPresent();
    }

    /** Who reads somebody no more has no vote for what they wrote: their place is free again. */
    void leave(CommunityId community, MemberId member) {
        jdbc.sql("delete from idea_vote v using idea i where v.community_id = :community and v.member_id = :viewer"
                        + " and v.place is not null and i.community_id = v.community_id and i.id = v.idea_id and not ("
                        + Sight.person("i.author_id") + ")")
                .param("community", community.value())
                .param("viewer", member.value())
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

    /** How many of a member's places are taken here, by what they read. */
    int taken(CommunityId community, MemberId member) {
        return jdbc.sql(
                        "select count(*) from idea_vote v join idea i on i.community_id = v.community_id and i.id = v.idea_id"
                                + " where v.community_id = :community and v.member_id = :viewer and v.place is not null and "
                                + Sight.person("i.author_id"))
                .param("community", community.value())
                .param("viewer", member.value())
                .query(Integer.class)
                .single();
    }

    /** It takes votes again: who voted and has a place free gives it; the other votes are gone. */
    void begin(CommunityId community, UUID idea, int places) {
        jdbc.sql("""
            update idea_vote v set place = (select min(p) from generate_series(1, :places) p where not exists (
                select from idea_vote o where o.community_id = v.community_id and o.member_id = v.member_id and o.place = p))
            where v.community_id = :community and v.idea_id = :idea and v.place is null
            """)
                .param("community", community.value())
                .param("idea", idea)
                .param("places", places)
                .update();
        jdbc.sql("delete from idea_vote where community_id = :community and idea_id = :idea and place is null")
                .param("community", community.value())
                .param("idea", idea)
                .update();
    }

    /** Those of them who read who wrote it. */
    List<MemberId> voters(CommunityId community, UUID idea) {
        return jdbc.sql(
                        "select w.member_id from idea_vote w join idea i on i.community_id = w.community_id and i.id = w.idea_id"
                                + " where w.community_id = :community and w.idea_id = :idea and "
                                + Sight.between("w.member_id", "i.author_id"))
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
                and withdrawn_at is null and hidden_at is null and status in ('RECEIVED', 'PLANNED', 'TRYING') order by id for update
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
