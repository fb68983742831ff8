package tuanju.conduct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.secondword.Proposal;
import tuanju.secondword.ProposedAct;

/** That somebody is out of a community for good, once a second operator confirms it; whom it is about has no word in it. */
@Component
@RequiredArgsConstructor
class Bans implements ProposedAct {

    private final CaseRows cases;
    private final Measures measures;
    private final Members members;

    @Override
    public String kind() {
        return Measures.BAN;
    }

    @Override
    public Map<UUID, Subject> subjects(List<Proposal> proposals) {
        var subjects = new HashMap<UUID, Subject>();
        for (var proposal : proposals) {
            cases.find(proposal.about().thing())
                    .ifPresent(it -> subjects.put(
                            proposal.id(),
                            new Subject(
                                    members.card(it.author()).name() + " · " + it.title(),
                                    CasesAsked.PATH + "/" + it.id())));
        }
        return subjects;
    }

    @Override
    public boolean mayDecide(Proposal proposal, MemberId who) {
        return cases.find(proposal.about().thing())
                .filter(it -> !it.author().equals(who))
                .isPresent();
    }

    @Override
    public void carryOut(Proposal confirmed) {
        measures.ban(confirmed);
    }
}
