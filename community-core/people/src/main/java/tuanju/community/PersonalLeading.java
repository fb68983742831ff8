package tuanju.community;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Where a member leads or asked to. */
@Component
@RequiredArgsConstructor
class PersonalLeading implements PersonalData {

    private final PickupPointRows points;
    private final JdbcClient database;
    private final Clock clock;

    @Override
    public String called() {
        return "community";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("leader")
                        .copied(
                                "select community_id, appointed_at, revoked_at, revoked_reason from leader where member_id = :member")
                        .kept("who led a community when, by an id alone; what they did there is in its trade records"),
                PersonalTable.of("leader_application")
                        .copied("""
                                select community_name, place, reason, status, applied_at, decided_at, decision_reason
                                from leader_application where member_id = :member
                                """)
                        .forgotten("""
                                update leader_application set place = '', reason = '—',
                                    decision_reason = case when decision_reason is not null then '—' end
                                where member_id = :member and reason <> '—'
                                """)
                        .kept("that somebody asked and what was decided, by ids alone"),
                PersonalTable.of("pickup_point")
                        .copied("""
                                select name, area, address, hours, instructions, photo, created_at, closed_at
                                from pickup_point where leader_id = :member
                                """)
                        .kept("its name and area, which others know their orders by"));
    }

    /** Where they handed bags over, which may be their own door. */
    @Override
    public void forget(MemberId member) {
        points.findByLeaderId(member.value()).forEach(it -> it.forget(clock.instant()));
    }

    @Override
    public List<String> unfinished(MemberId member) {
        boolean open = database.sql("""
                        select exists (select from leader where member_id = :member and revoked_at is null)
                            or exists (select from leader_application where member_id = :member and status = 'PENDING')
                        """)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
        return open ? List.of("community.closing.leader") : List.of();
    }
}
