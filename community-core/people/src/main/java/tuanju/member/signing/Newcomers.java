package tuanju.member.signing;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.member.AddressLimits;
import tuanju.member.MemberId;
import tuanju.member.Nickname;
import tuanju.member.SecondStep;
import tuanju.member.Sessions;
import tuanju.member.SignedIn;
import tuanju.member.WebExchange;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;

/** Lets in whoever has proven a phone: people we know at once, new ones with the name they give. */
@Component
@RequiredArgsConstructor
class Newcomers {

    private final SigningUp signingUp;
    private final Moderation moderation;
    private final SigningIn signingIn;
    private final Proving proving;
    private final Answering answering;
    private final Sessions sessions;
    private final AddressLimits limits;
    private final FormProblems problems;
    private final SecondStep secondStep;

    /** Answers where they go: on, to one question after a long time, or to the page that asks for a name. */
    String letIn(Sessions.Progress progress, WebExchange web, RedirectAttributes flash) {
        try {
            var known = signingIn.byProvenPhone(progress.phone());
            if (known.isPresent()) {
                return begin(known.get(), progress, web);
            }
        } catch (AnswerFirst afterLong) {
            sessions.keepProven(web.request(), progress);
            return "redirect:/sign-in/question";
        }
        return tryName(progress, web, flash);
    }

    /** Lets in whoever answers what only they know; refuses anybody else as {@link Answering#enter} does. */
    String letInKnown(Sessions.Progress progress, MemberId member, String answer, WebExchange web) {
        return begin(answering.enter(member, answer), progress, web);
    }

    /**
     * Makes them a member of this name. Refuses an unusable name, and too many from one address. Where somebody has opened
     * an account for this phone meanwhile it is theirs: nobody comes in without a code of their own.
     */
    String signUp(Sessions.Progress progress, String name, WebExchange web) {
        var nickname = new Nickname(name);
        moderation.mustPass(Written.NAME, "name", nickname.value());
        limits.signUp(web.request());
        var arrival = signingUp.signUp(progress.phone(), nickname, null);
        if (!arrival.isNew()) {
            return "redirect:/sign-in";
        }
        return begin(proving.enter(arrival.member()), progress, web);
    }

    /** With the name they gave beside the code; where it cannot be used the next page has it in its field and says why. */
    private String tryName(Sessions.Progress progress, WebExchange web, RedirectAttributes flash) {
        if (progress.name() == null) {
            return askName(progress, web);
        }
        try {
            return signUp(progress, progress.name(), web);
        } catch (Refusal refusal) {
            flash.addFlashAttribute("errors", Map.of("name", problems.sentence(refusal)));
            return askName(progress, web);
        }
    }

    private String askName(Sessions.Progress progress, WebExchange web) {
        sessions.keepProven(web.request(), progress);
        return "redirect:/sign-up/name";
    }

    private String begin(SignedIn me, Sessions.Progress progress, WebExchange web) {
        sessions.begin(me, web.request(), web.response());
        return "redirect:" + secondStep.before(progress.next(), me);
    }
}
