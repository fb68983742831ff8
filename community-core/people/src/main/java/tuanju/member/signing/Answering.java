package tuanju.member.signing;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.member.KnownFact;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.page.Helpline;

/**
 * One question to whoever proves a phone that was silent for a year: carriers give numbers out again. There is one try;
 * whoever does not know begins afresh, and the account of before stays closed with everything in it.
 */
@Component
@RequiredArgsConstructor
class Answering {

    private final Proving proving;
    private final ObjectProvider<KnownFact> facts;
    private final Helpline helpline;

    /** What to ask; empty where there is nothing a stranger could not guess, so that nobody answers right. */
    Optional<KnownFact.Question> question(MemberId member) {
        return facts.stream().flatMap(it -> it.about(member).stream()).findFirst();
    }

    /**
     * Lets in whoever answers right. Refuses with WrongAnswer any other answer, and with SignUpFirst an empty one, by which
     * somebody says that the account is not theirs; both close it for good first.
     */
    SignedIn enter(MemberId member, String answer) {
        if (question(member).filter(it -> it.right().equals(answer)).isPresent()) {
            return proving.enterKnown(member);
        }
        proving.park(member);
        throw answer.isEmpty() ? new SignUpFirst() : new WrongAnswer(helpline.in(LocaleContextHolder.getLocale()));
    }
}
