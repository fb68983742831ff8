package tuanju.member.signing;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.member.AddressLimits;
import tuanju.member.ApiTokens;
import tuanju.member.Missing;
import tuanju.member.Phone;
import tuanju.member.SignedIn;
import tuanju.member.operators.SecondFactors;

/** Signing in and out over the API. A token is shown once, so that this command takes no idempotency key. */
@RestController
@RequiredArgsConstructor
class TokenResources {

    private final SigningIn signingIn;
    private final ApiTokens tokens;
    private final SecondFactors secondFactors;
    private final AddressLimits limits;

    /**
     * A phone, and what shows that it is theirs.
     *
     * @param code the six digits sent to it, or else the password
     * @param answer with a code, to the one question after a year of silence (409 answer-first); empty: the account is not theirs
     * @param otp a code of an operator's authenticator app, or a recovery code; without it the token is a member's
     */
    record Credentials(
            String phone,
            @Nullable String code,
            @Nullable String password,
            @Nullable String answer,
            @Nullable String otp) {
        Credentials {
            Missing.refuse("phone", phone);
        }

        /** Refuses neither and both, by the field. */
        private boolean isByCode() {
            if (code == null) {
                Missing.refuse("password", password);
            } else if (password != null) {
                throw new Invalid("password", "code-or-password");
            }
            return code != null;
        }
    }

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.ApiToken signIn(@RequestBody Credentials credentials, HttpServletRequest request) {
        var member = who(credentials, request).member();
        var otp = credentials.otp();
        return tokens.issue(member, otp == null ? null : secondFactors.prove(member, otp));
    }

    @DeleteMapping("/api/v1/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@RequestHeader("Authorization") String authorization) {
        tokens.revoke(ApiTokens.in(authorization));
    }

    private SignedIn who(Credentials credentials, HttpServletRequest request) {
        var phone = Phone.of(credentials.phone());
        if (credentials.isByCode()) {
            limits.tryCode(request);
            return signingIn.byCode(phone, String.valueOf(credentials.code()), credentials.answer());
        }
        limits.tryPassword(request);
        return signingIn.byPassword(phone, String.valueOf(credentials.password()));
    }
}
