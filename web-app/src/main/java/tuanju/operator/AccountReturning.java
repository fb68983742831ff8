package tuanju.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.member.MemberId;
import tuanju.member.Phone;
import tuanju.member.operators.Reopening;
import tuanju.member.operators.Reopening.Word;
import tuanju.secondword.Proposal;
import tuanju.secondword.Proposal.About;
import tuanju.secondword.Proposal.Wish;
import tuanju.secondword.ProposedAct;
import tuanju.secondword.SecondWords;

/** A closed account goes back to its owner by two operators' words: whoever gets it gets its orders and its money. */
@Component
@RequiredArgsConstructor
class AccountReturning implements ProposedAct {

    static final String KIND = "account-return";
    private static final String EVEN_SO = " even-so";

    private final Reopening reopening;
    private final SecondWords words;

    /** Refuses as giving it back would right now, and without a reason. */
    @Transactional
    UUID propose(MemberId account, Word word, MemberId by) {
        var because = InWords.of(word.reason(), "give-back-in-words");
        reopening.check(account, word);
        var wanted = word.phone().digits() + (word.evenSo() ? EVEN_SO : "");
        return words.propose(new About(KIND, null, account.value()), Wish.to(wanted, because), by);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<UUID, Subject> subjects(List<Proposal> proposals) {
        var cards = reopening.cards(
                proposals.stream().map(AccountReturning::account).toList());
        var subjects = new HashMap<UUID, Subject>();
        for (var proposal : proposals) {
            var card = cards.get(account(proposal));
            if (card != null) {
                var title = card.name() + " " + card.maskedPhone() + " → "
                        + word(proposal).phone();
                subjects.put(proposal.id(), new Subject(title, ParkedPages.HERE));
            }
        }
        return subjects;
    }

    @Override
    public void carryOut(Proposal confirmed) {
        reopening.giveBack(account(confirmed), word(confirmed), confirmed.proposer());
    }

    private static MemberId account(Proposal proposal) {
        return new MemberId(proposal.about().thing());
    }

    private static Word word(Proposal proposal) {
        var wish = proposal.wish();
        boolean evenSo = wish.wanted().endsWith(EVEN_SO);
        return new Word(new Phone(wish.wanted().replace(EVEN_SO, "")), wish.reason(), evenSo);
    }
}
