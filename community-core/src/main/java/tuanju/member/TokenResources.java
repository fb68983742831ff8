package tuanju.member;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out over the API. A token is shown once, so this is the one command without an idempotency key. */
@RestController
@RequiredArgsConstructor
class TokenResources {

    private final SigningIn signingIn;
    private final ApiTokens tokens;
    private final AddressLimits limits;

    record Credentials(String phone, String password) {
        Credentials {
            Missing.refuse("phone", phone);
            Missing.refuse("password", password);
        }
    }

    @PostMapping("/api/v1/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.ApiToken signIn(@RequestBody Credentials credentials, HttpServletRequest request) {
        limits.tryPassword(request);
        var me = signingIn.byPassword(Phone.of(credentials.phone()), credentials.password());
        return tokens.issue(me.member());
    }

    @DeleteMapping("/api/v1/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@RequestHeader("Authorization") String authorization) {
        tokens.revoke(authorization.substring(authorization.indexOf(' ') + 1).strip());
    }
}
