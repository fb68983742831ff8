package tuanju.member;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Refusal;

/** Lets in whoever has proven a phone: people we know at once, new ones with the name they give. */
@Component
@RequiredArgsConstructor
class Newcomers {

    private final SigningUp signingUp;
    private final SigningIn signingIn;
    private final Proving proving;
    private final Sessions sessions;
    private final AddressLimits limits;

    /** Answers where they go: on, to one question after a long time, or to the page that asks for a name. */
    String letIn(Sessions.Progress progress, @Nullable String name, WebExchange web) {
        try {
            var known = signingIn.byProvenPhone(progress.phone());
            if (known.isPresent()) {
                return begin(known.get(), progress, web);
            }
        } catch (AnswerFirst afterLong) {
            sessions.keepProven(web.request(), progress);
            return "redirect:/sign-in/question";
        }
        return name == null || name.isBlank() ? askName(progress, web) : tryName(progress, name, web);
    }

    /** Lets in whoever has answered what only they know. */
    String letInKnown(Sessions.Progress progress, MemberId member, WebExchange web) {
        return begin(proving.enterKnown(member), progress, web);
    }

    /**
     * Makes them a member of this name. Refuses an unusable name, and too many from one address. Where somebody has opened
     * an account for this phone meanwhile it is theirs: nobody comes in without a code of their own.
     */
    String signUp(Sessions.Progress progress, String name, WebExchange web) {
        var nickname = new Nickname(name);
        limits.signUp(web.request());
        var arrival = signingUp.signUp(progress.phone(), nickname, null);
        if (!arrival.isNew()) {
            return "redirect:/sign-in";
        }
        return begin(proving.enter(arrival.member()), progress, web);
    }

    private String tryName(Sessions.Progress progress, String name, WebExchange web) {
        try {
            return signUp(progress, name, web);
        } catch (Refusal refusal) {
            return askName(progress, web);
        }
    }

    private String askName(Sessions.Progress progress, WebExchange web) {
        sessions.keepProven(web.request(), progress);
        return "redirect:/sign-up/name";
    }

    private String begin(SignedIn me, Sessions.Progress progress, WebExchange web) {
        sessions.begin(me, web.request(), web.response());
        return "redirect:" + progress.next();
    }
}
