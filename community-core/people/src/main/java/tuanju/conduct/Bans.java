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

/** That somebody is out of a community for good, once a second operator confirms it; whom it is about, and who reported it, has no word in it. */
@Component
@RequiredArgsConstructor
class Bans implements ProposedAct {

    private final CaseRows cases;
    private final ReportRows reports;
    private final Measures measures;
    private final Members members;

    @Override
    public String kind() {
        return Measures.BAN;
    }

    @Override
    public Map<UUID, Subject> subjects(List<Proposal> proposals) {
        var subjects = new HashMap<UUID, Subject>();
        var found = new HashMap<UUID, Case>();
        cases.find(proposals.stream().map(it -> it.about().thing()).toList()).forEach(it -> found.put(it.id(), it));
        var people = members.cards(found.values().stream().map(Case::author).toList());
        for (var proposal : proposals) {
            var about = found.get(proposal.about().thing());
            var card = about == null ? null : people.get(about.author());
            if (about != null && card != null) {
                var title = card.name() + " · " + about.title();
                subjects.put(proposal.id(), new Subject(title, CasesAsked.PATH + "/" + about.id()));
            }
        }
        return subjects;
    }

    @Override
    public boolean mayDecide(Proposal proposal, MemberId who) {
        return cases.find(proposal.about().thing())
                .filter(it -> !it.author().equals(who)
                        && reports.reportedBy(who, List.of(it)).isEmpty())
                .isPresent();
    }

    @Override
    public void carryOut(Proposal confirmed) {
        measures.ban(confirmed);
    }
}
