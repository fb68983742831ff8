package tuanju.scorecard;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Reads what anyone may know of how a leader keeps their word. */
@Component
@RequiredArgsConstructor
public class LeaderSummaries {

    private final Scorecards scorecards;
    private final LeaderAnswers answers;

    public LeaderSummary of(CommunityId community, MemberId leader) {
        return LeaderSummary.of(
                scorecards.of(community, leader), answers.of(community, leader).orElse(null));
    }
}
