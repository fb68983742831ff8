package tuanju.operator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.operators.Operators;
import tuanju.member.operators.Operators.Colleague;
import tuanju.secondword.Proposal.About;
import tuanju.secondword.Proposal.Wish;
import tuanju.secondword.SecondWords;

/** Operators propose who becomes one, who is one no more, and whose lost second factor ends; each answers what waits now. */
@Component
@RequiredArgsConstructor
class Staffing {

    private final Operators operators;
    private final Members members;
    private final SecondWords words;

    /** Refuses with NobodyWithThisPhone one that nobody has proven, and by their fields an operator's and a missing reason. */
    @Transactional
    UUID appoint(Phone phone, String reason, MemberId by) {
        var because = InWords.of(reason, "operator-in-words");
        var whom = members.withPhone(phone).orElseThrow(NobodyWithThisPhone::new);
        if (find(whom).isPresent()) {
            throw new Invalid("phone", "operator-already");
        }
        return propose(AboutOperator.APPOINTMENT, whom, because, by);
    }

    /** One's own role ends at once: then nothing waits. Refuses with LastOperator where nobody else would be left. */
    @Transactional
    Optional<UUID> dismiss(MemberId whom, String reason, MemberId by) {
        var because = InWords.of(reason, "operator-in-words");
        if (find(whom).isEmpty()) {
            throw new NotFound();
        }
        operators.mayBeDismissed(whom);
        if (whom.equals(by)) {
            operators.dismiss(whom, by, because);
            return Optional.empty();
        }
        return Optional.of(propose(AboutOperator.DISMISSAL, whom, because, by));
    }

    /** Refuses with NotFound one's own and who has none. */
    @Transactional
    UUID reset(MemberId whom, String reason, MemberId by) {
        var because = InWords.of(reason, "second-factor-reset-in-words");
        var held = find(whom).filter(it -> it.since() != null);
        if (held.isEmpty() || whom.equals(by)) {
            throw new NotFound();
        }
        return propose(AboutOperator.RESET, whom, because, by);
    }

    List<Colleague> all() {
        return operators.all();
    }

    private Optional<Colleague> find(MemberId member) {
        return operators.all().stream()
                .filter(it -> it.card().id().equals(member))
                .findFirst();
    }

    private UUID propose(String kind, MemberId whom, String reason, MemberId by) {
        return words.propose(new About(kind, null, whom.value()), Wish.to("", reason), by);
    }
}
