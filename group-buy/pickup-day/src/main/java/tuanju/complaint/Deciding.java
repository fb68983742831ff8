package tuanju.complaint;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.secondword.Proposal;
import tuanju.secondword.Proposal.About;
import tuanju.secondword.ProposedAct;
import tuanju.secondword.SecondWords;

/** An operator decides about a complaint alone, unless it is much that goes back: then another one has to confirm it. */
@Component
@RequiredArgsConstructor
class Deciding implements ProposedAct {

    static final String KIND = "complaint";

    private final Complaining complaining;
    private final ComplaintRows rows;
    private final ComplaintLists lists;
    private final SecondWords words;

    /** The complaint as it is then: decided, or still waiting, for a second word now. Refuses as {@link Complaining#decide} does. */
    @Transactional
    ComplaintCard decide(CommunityId community, UUID id, Decision decision) {
        if (!words.areNeededFor(decision.given())) {
            return complaining.decide(community, id, decision);
        }
        var complaint = rows.one(community, id).orElseThrow(NotFound::new);
        decision.check(complaint);
        if (!complaint.waiting()) {
            throw new AlreadyDecided();
        }
        words.propose(new About(KIND, community, id), decision.given(), decision.answer(), decision.by());
        return complaint;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Subject> subjects(Collection<About> things) {
        return lists.all(things).stream().collect(Collectors.toMap(ComplaintCard::id, Deciding::subject));
    }

    private static Subject subject(ComplaintCard complaint) {
        var about = complaint.about();
        return new Subject(
                "%s ×%d · %s".formatted(about.title(), about.pieces(), about.orderCode()),
                "/operate/orders/" + complaint.community().value() + "/" + about.order());
    }

    @Override
    public void carryOut(Proposal confirmed) {
        var about = confirmed.about();
        var decision = new Decision(confirmed.sum(), confirmed.reason(), confirmed.proposer());
        complaining.decide(about.community(), about.thing(), decision);
    }
}
