package tuanju.scorecard;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;

/** What leaders say to their own numbers; every change is written down. */
@Component
@RequiredArgsConstructor
public class LeaderAnswers {

    static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Leaders leaders;
    private final AuditTrail audit;

    @Transactional(readOnly = true)
    public Optional<String> of(CommunityId community, MemberId leader) {
        return jdbc.sql("select answer from leader_answer where community_id = ? and leader_id = ? and answer <> ''")
                .params(community.value(), leader.value())
                .query(String.class)
                .optional();
    }

    /** Writes a leader's answer; an empty one takes it back. Refuses with NotFound who does not lead here, with Invalid what is too long. */
    @Transactional
    public void write(MemberId leader, CommunityId community, String typed) {
        if (!leaders.leads(leader, community)) {
            throw new NotFound();
        }
        var answer = typed.strip();
        if (answer.codePointCount(0, answer.length()) > LONGEST) {
            throw new Invalid("answer", "scorecard-answer-too-long", LONGEST);
        }
        jdbc.sql("""
                        insert into leader_answer (community_id, leader_id, answer) values (:community, :leader, :answer)
                        on conflict (community_id, leader_id) do update set answer = :answer, changed_at = now()
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("answer", answer)
                .update();
        audit.record(leader.value(), "scorecard.answered", "community " + community.value(), answer);
    }
}
