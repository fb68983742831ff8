package tuanju.storefront;

import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tuanju.community.Code;
import tuanju.scorecard.LeaderSummaries;
import tuanju.scorecard.LeaderSummary;

/** How the leader of a storefront keeps their word, as JSON, for any member. */
@RestController
@RequiredArgsConstructor
class LeaderScorecardResource {

    private final Storefronts fronts;
    private final LeaderSummaries summaries;

    @GetMapping("/api/v1/leaders/{code}/scorecard")
    LeaderSummary scorecard(@PathVariable Code code) {
        var front = fronts.byCode(code);
        return summaries.of(front.community(), front.leader());
    }
}
