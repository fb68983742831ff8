package tuanju.member;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Refusal;

/** Lets in whoever has proved a phone: people we know at once, new ones with the name they give. */
@Component
@RequiredArgsConstructor
class Newcomers {

    private final SigningUp signingUp;
    private final SigningIn signingIn;
    private final Sessions sessions;
    private final AddressLimits limits;

    /** Answers where they go: on, or to the page that asks for a name when theirs is still missing. */
    String letIn(Sessions.Progress progress, @Nullable String name, WebExchange web) {
        var known = signingIn.byProvedPhone(progress.phone());
        if (known.isPresent()) {
            return begin(known.get(), progress, web);
        }
        return name == null || name.isBlank() ? askName(progress, web) : tryName(progress, name, web);
    }

    /** Makes them a member of this name. Refuses an unusable name, and too many from one address. */
    String signUp(Sessions.Progress progress, String name, WebExchange web) {
        var nickname = new Nickname(name);
        limits.signUp(web.request());
        signingUp.signUpProved(progress.phone(), nickname);
        return begin(signingIn.byProvedPhone(progress.phone()).orElseThrow(), progress, web);
    }

    private String tryName(Sessions.Progress progress, String name, WebExchange web) {
        try {
            return signUp(progress, name, web);
        } catch (Refusal refusal) {
            return askName(progress, web);
        }
    }

    private String askName(Sessions.Progress progress, WebExchange web) {
        sessions.keep(web.request(), progress.withProof());
        return "redirect:/sign-up/name";
    }

    private String begin(SignedIn me, Sessions.Progress progress, WebExchange web) {
        sessions.begin(me, web.request(), web.response());
        return "redirect:" + progress.next();
    }
}
