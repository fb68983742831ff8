package tuanju.keeping;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.desk.BagDecision;
import tuanju.desk.DecidedBags;
import tuanju.keeping.BagSteps.Decision;

/** Tells desks which bags were given away or returned, so that they neither wait there nor are handed over. */
@Component
@RequiredArgsConstructor
class DecisionsForDesks implements DecidedBags {

    private final BagSteps steps;

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, BagDecision> among(CommunityId community, Collection<UUID> orders) {
        return steps.decisions(community, orders).stream()
                .filter(decision -> decision.step().decides())
                .collect(Collectors.toMap(Decision::order, DecisionsForDesks::told));
    }

    private static BagDecision told(Decision decision) {
        var outcome = decision.step() == Step.RETURNED ? BagDecision.Outcome.RETURNED : BagDecision.Outcome.GIVEN_AWAY;
        return new BagDecision(outcome, decision.by(), decision.at());
    }
}
