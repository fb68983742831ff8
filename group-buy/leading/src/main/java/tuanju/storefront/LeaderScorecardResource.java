package tuanju.storefront;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.scorecard.LeaderAnswers;
import tuanju.scorecard.LeaderSummaries;
import tuanju.scorecard.LeaderSummary;

/** How the leader of a storefront keeps their word, as JSON, for any member. */
@RestController
@RequiredArgsConstructor
class LeaderScorecardResource {

    private final Storefronts fronts;
    private final LeaderSummaries summaries;
    private final LeaderAnswers answers;

    /** What the leader says to their own numbers; nothing takes it back. */
    record ScorecardAnswer(@Nullable String answer) {}

    @GetMapping("/api/v1/leaders/{code}/scorecard")
    LeaderSummary scorecard(@PathVariable Code code) {
        var front = fronts.byCode(code);
        return summaries.of(front.community(), front.leader());
    }

    /** Only the leader of the storefront finds it. */
    @PutMapping("/api/v1/leaders/{code}/scorecard/answer")
    LeaderSummary answer(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody ScorecardAnswer wanted) {
        var front = fronts.byCode(code);
        if (!front.leader().equals(me.member())) {
            throw new NotFound();
        }
        answers.write(me.member(), front.community(), wanted.answer() == null ? "" : wanted.answer());
        return summaries.of(front.community(), front.leader());
    }
}
