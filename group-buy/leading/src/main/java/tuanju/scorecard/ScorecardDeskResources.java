package tuanju.scorecard;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.member.MemberId;

/** For operators over REST: one leader's numbers, also of those who keep no storefront. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/communities/{community}/leaders/{member}/scorecard")
class ScorecardDeskResources {

    private final LeaderSummaries summaries;
    private final Leaders leaders;
    private final Communities communities;

    /** Refuses with NotFound whoever does not lead there now. */
    @GetMapping
    LeaderSummary scorecard(@PathVariable String community, @PathVariable UUID member) {
        var home = communities.find(community).orElseThrow(NotFound::new).id();
        var leader = new MemberId(member);
        if (!leaders.leads(leader, home)) {
            throw new NotFound();
        }
        return summaries.of(home, leader);
    }
}
