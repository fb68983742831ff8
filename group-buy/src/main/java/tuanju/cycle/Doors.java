package tuanju.cycle;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** The doors members gave last, so that nobody types theirs twice. */
@Component
@RequiredArgsConstructor
class Doors {

    private final JdbcClient jdbc;

    /** Building and room; empty where none was given. */
    record Door(String building, String room) {

        static final Door UNKNOWN = new Door("", "");
    }

    Door of(CommunityId community, MemberId member) {
        return jdbc.sql("select building, room from cycle_door where community_id = :community and member_id = :member")
                .param("community", community.value())
                .param("member", member.value())
                .query(Door.class)
                .optional()
                .orElse(Door.UNKNOWN);
    }

    void remember(CommunityId community, MemberId member, Door door) {
        jdbc.sql("""
                        insert into cycle_door (community_id, member_id, building, room)
                        values (:community, :member, :building, :room)
                        on conflict (community_id, member_id)
                        do update set building = excluded.building, room = excluded.room
                        """)
                .param("community", community.value())
                .param("member", member.value())
                .param("building", door.building())
                .param("room", door.room())
                .update();
    }
}
