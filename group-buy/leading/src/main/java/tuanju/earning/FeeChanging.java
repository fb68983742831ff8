package tuanju.earning;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Percentage;
import tuanju.secondword.Proposal;
import tuanju.secondword.Proposal.About;
import tuanju.secondword.Proposal.Wish;
import tuanju.secondword.ProposedAct;
import tuanju.secondword.SecondWords;

/** What leaders of a community get is changed by two operators' words: it moves a part of every order from then on. */
@Component
@RequiredArgsConstructor
class FeeChanging implements ProposedAct {

    static final String KIND = "service-fee";

    private final ServiceFees fees;
    private final SecondWords words;

    /** Refuses as setting it would. */
    @Transactional
    UUID propose(CommunityId community, Percentage share, MemberId by) {
        ServiceFees.check(share);
        var change = ServiceFees.percentOf(fees.of(community).now()) + " % → " + ServiceFees.percentOf(share) + " %";
        var wanted = Integer.toString(share.basisPoints());
        return words.propose(new About(KIND, community, community.value()), Wish.to(wanted, change), by);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Subject> subjects(List<Proposal> proposals) {
        return proposals.stream()
                .collect(Collectors.toMap(
                        Proposal::id,
                        it -> new Subject(ServiceFees.percentOf(share(it)) + " %", ServiceFeePages.HERE)));
    }

    @Override
    public void carryOut(Proposal confirmed) {
        var community = new CommunityId(confirmed.about().thing());
        fees.set(community, share(confirmed), confirmed.proposer());
    }

    private static Percentage share(Proposal proposal) {
        return new Percentage(Integer.parseInt(proposal.wish().wanted()));
    }
}
