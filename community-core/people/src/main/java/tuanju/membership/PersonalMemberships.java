package tuanju.membership;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Where a member belongs; with their account it ends everywhere, and nothing of it stays. */
@Component
@RequiredArgsConstructor
class PersonalMemberships implements PersonalData {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Override
    public String called() {
        return "membership";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("membership").copied("""
                        select community_id, status, role, level, source, joined_at, changed_at, ended_reason
                        from membership where member_id = :member
                        """).kept("whom else they ended it for, by an id alone"));
    }

    /** Told to whoever listens, community by community. */
    @Override
    public void forget(MemberId member) {
        jdbc
                .sql("delete from membership where member_id = :member returning community_id, status")
                .param("member", member.value())
                .query((row, number) -> row.getString("status").equals("ACTIVE")
                        ? List.of(new CommunityId(row.getObject("community_id", UUID.class)))
                        : List.<CommunityId>of())
                .list()
                .stream()
                .flatMap(List::stream)
                .forEach(it -> events.publishEvent(new MemberLeft(member, it, false, clock.instant())));
    }
}
