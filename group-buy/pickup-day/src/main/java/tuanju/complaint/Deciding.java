package tuanju.complaint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.secondword.Proposal;
import tuanju.secondword.Proposal.About;
import tuanju.secondword.Proposal.Wish;
import tuanju.secondword.ProposedAct;
import tuanju.secondword.SecondWords;

/** An operator decides about a complaint alone, unless it is much that goes back: then another one has to confirm it. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class Deciding implements ProposedAct {

    public static final String KIND = "complaint";

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
        var wish = Wish.ofMoney(decision.given(), decision.answer());
        words.propose(new About(KIND, community, id), wish, decision.by());
        return complaint;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Subject> subjects(List<Proposal> proposals) {
        var things = lists.all(proposals.stream().map(Proposal::about).toList()).stream()
                .collect(Collectors.toMap(ComplaintCard::id, Deciding::subject));
        var subjects = new HashMap<UUID, Subject>();
        for (var proposal : proposals) {
            var subject = things.get(proposal.about().thing());
            if (subject != null) {
                subjects.put(proposal.id(), subject);
            }
        }
        return subjects;
    }

    private static Subject subject(ComplaintCard complaint) {
        var about = complaint.about();
        return new Subject(
                "%s ×%d · %s".formatted(about.title(), about.pieces(), about.orderCode()),
                "/operate/orders/" + complaint.community().value() + "/" + about.order());
    }

    @Override
    public void carryOut(Proposal confirmed) {
        var wish = confirmed.wish();
        var decision = new Decision(wish.sum(), wish.reason(), confirmed.proposer());
        complaining.decide(community(confirmed.about()), confirmed.about().thing(), decision);
    }

    private static CommunityId community(About about) {
        return Objects.requireNonNull(about.community(), "a complaint is a community's");
    }
}
