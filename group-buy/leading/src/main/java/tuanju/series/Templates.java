package tuanju.series;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** The templates (模板) leaders keep: cycles to begin others from. */
@Component
@RequiredArgsConstructor
class Templates {

    private static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final Leaders leaders;

    /** A cycle kept under a name. */
    record Template(UUID id, CommunityId community, UUID cycle, String name) {}

    /** Keeps a leader's own cycle under a name; again gives it another name. Refuses with Invalid an unusable name. */
    @Transactional
    public Template keep(MemberId leader, CycleCard cycle, String name) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new Invalid("name", "template-name", LONGEST_NAME);
        }
        var id = jdbc.sql("""
                        insert into cycle_template (community_id, id, leader_id, cycle_id, name)
                        values (:community, :id, :leader, :cycle, :name)
                        on conflict (community_id, leader_id, cycle_id) do update set name = :name
                        returning id
                        """)
                .param("community", cycle.community().value())
                .param("id", Ids.next())
                .param("leader", leader.value())
                .param("cycle", cycle.id())
                .param("name", called)
                .query(UUID.class)
                .single();
        return new Template(id, cycle.community(), cycle.id(), called);
    }

    /** A leader's templates in the communities they lead now, by name. */
    List<Template> of(MemberId leader) {
        var here = here(leader);
        if (here.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, community_id, cycle_id, name from cycle_template
                        where community_id in (:communities) and leader_id = :leader
                        order by name
                        """)
                .param("communities", here)
                .param("leader", leader.value())
                .query((row, number) -> new Template(
                        row.getObject("id", UUID.class),
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getObject("cycle_id", UUID.class),
                        row.getString("name")))
                .list();
    }

    /** Forgets one; the cycle stays. Refuses with NotFound what is not theirs. */
    @Transactional
    public void drop(MemberId leader, UUID id) {
        var here = here(leader);
        if (here.isEmpty()
                || jdbc.sql("delete from cycle_template"
                                        + " where community_id in (:communities) and leader_id = :leader and id = :id")
                                .param("communities", here)
                                .param("leader", leader.value())
                                .param("id", id)
                                .update()
                        == 0) {
            throw new NotFound();
        }
    }

    private List<UUID> here(MemberId leader) {
        return leaders.communitiesLedBy(leader).stream()
                .map(CommunityCard::id)
                .map(CommunityId::value)
                .toList();
    }
}
