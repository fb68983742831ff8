package tuanju.sandbox;

import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.command.Invalid;

/** The demo pay page: whoever holds its address pays, as at any provider; the payer chooses what shall happen. */
@Controller
@RequestMapping("/sandbox/pay/{token}")
@Conditional(SandboxListed.class)
@RequiredArgsConstructor
class SandboxPages {

    private static final String ACCOUNT = "sandbox-account";

    private final Charges charges;
    private final SandboxCallbacks callbacks;

    @GetMapping
    String show(@PathVariable String token, Model model) {
        var charge = charges.withToken(token);
        model.addAttribute("charge", charge);
        model.addAttribute("payPath", "/sandbox/pay/" + token);
        return "sandbox/pay";
    }

    /** Answers when the callback was delivered or given up, so that the payer comes back to an order that knows. */
    @PostMapping
    ResponseEntity<Void> pay(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String outcome,
            @CookieValue(name = ACCOUNT, defaultValue = "") String account) {
        var chosen = Arrays.stream(Outcome.values())
                .filter(it -> it.name().equals(outcome))
                .findAny()
                .orElseThrow(() -> new Invalid("outcome", "sandbox-outcome"));
        var payer =
                account.matches("[0-9a-f-]{36}") ? account : UUID.randomUUID().toString();
        charges.decide(token, chosen, payer).ifPresent(it -> callbacks.tell(it, chosen));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, signedIn(payer))
                .location(URI.create(charges.withToken(token).returnPath()))
                .build();
    }

    /** As at any provider, whoever pays is signed in there, which is no business of the merchant's. */
    private static String signedIn(String payer) {
        return ResponseCookie.from(ACCOUNT, payer)
                .path("/sandbox")
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
