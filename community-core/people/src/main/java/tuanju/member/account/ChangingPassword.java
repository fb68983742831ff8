package tuanju.member.account;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.ApiTokens;
import tuanju.member.Sessions;
import tuanju.member.SignedIn;
import tuanju.member.signing.SigningIn;

/** A member sets or changes their password: whoever came in before is out, but where it was changed. */
@Component
@RequiredArgsConstructor
class ChangingPassword {

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final ApiTokens tokens;

    /** The browser it was changed in stays signed in. Refuses as {@link SigningIn#changePassword}. */
    void inBrowser(SignedIn me, String old, String chosen, HttpServletRequest browser) {
        signingIn.changePassword(me.member(), old, chosen);
        sessions.endOthers(me, browser);
        tokens.revokeAllOf(me.member());
    }

    /** The token it was changed with stays good. Refuses as {@link SigningIn#changePassword}. */
    void byProgram(SignedIn me, String old, String chosen, String token) {
        signingIn.changePassword(me.member(), old, chosen);
        sessions.endAll(me.member());
        tokens.revokeOthersOf(me.member(), token);
    }
}
