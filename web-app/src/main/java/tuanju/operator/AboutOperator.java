package tuanju.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.secondword.Proposal;
import tuanju.secondword.ProposedAct;

/** A proposal about one person, who has no word in it themselves. */
record AboutOperator(String kind, Members members, Consumer<Proposal> act) implements ProposedAct {

    static final String APPOINTMENT = "operator-appointment";
    static final String DISMISSAL = "operator-dismissal";
    static final String RESET = "second-factor-reset";

    static MemberId whom(Proposal proposal) {
        return new MemberId(proposal.about().thing());
    }

    @Override
    public Map<UUID, Subject> subjects(List<Proposal> proposals) {
        var cards = members.cards(proposals.stream().map(AboutOperator::whom).toList());
        var subjects = new HashMap<UUID, Subject>();
        for (var proposal : proposals) {
            var card = cards.get(whom(proposal));
            if (card != null) {
                subjects.put(proposal.id(), new Subject(card.name() + " " + card.maskedPhone(), OperatorPages.HERE));
            }
        }
        return subjects;
    }

    @Override
    public boolean mayDecide(Proposal proposal, MemberId who) {
        return !whom(proposal).equals(who);
    }

    @Override
    public void carryOut(Proposal confirmed) {
        act.accept(confirmed);
    }
}
