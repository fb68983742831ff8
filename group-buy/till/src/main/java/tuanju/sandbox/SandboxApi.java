package tuanju.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tuanju.command.Refusal;
import tuanju.money.Money;
import tuanju.page.BaseAddress;

/** What merchants call: every request is signed by its merchant, every answer by the provider. */
@RestController
@RequestMapping("/sandbox")
@Conditional(SandboxListed.class)
@RequiredArgsConstructor
class SandboxApi {

    private static final int TOKEN_BYTES = 24;

    private final Charges charges;
    private final SandboxRefunds refunds;
    private final SandboxCallbacks callbacks;
    private final MerchantCalls calls;
    private final BaseAddress base;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    @PostMapping("/charges")
    ResponseEntity<String> open(HttpServletRequest request, @RequestBody String body) {
        var merchant = calls.signer(request, body);
        var asked = json.readValue(body, SandboxWire.ChargeRequest.class);
        var charge = new Charge(
                merchant,
                asked.code(),
                token(),
                asked.title(),
                Money.ofFen(asked.amountFen()),
                asked.notifyPath(),
                asked.returnPath(),
                Charge.Status.OPEN,
                false,
                null,
                null,
                null);
        return calls.signed(SandboxWire.answer(charges.open(charge), base.of("")));
    }

    @GetMapping("/charges/{code}")
    ResponseEntity<String> charge(HttpServletRequest request, @PathVariable String code) {
        return calls.signed(SandboxWire.answer(charges.of(calls.signer(request, ""), code), base.of("")));
    }

    @PostMapping("/charges/{code}/closure")
    ResponseEntity<String> close(HttpServletRequest request, @PathVariable String code) {
        return calls.signed(SandboxWire.answer(charges.close(calls.signer(request, ""), code), base.of("")));
    }

    @PostMapping("/refunds")
    ResponseEntity<String> refund(HttpServletRequest request, @RequestBody String body) {
        var merchant = calls.signer(request, body);
        var asked = json.readValue(body, SandboxWire.RefundRequest.class);
        var refund = refunds.accept(merchant, asked.chargeCode(), asked.code(), Money.ofFen(asked.amountFen()));
        callbacks.finishSoon(refund);
        return calls.signed(SandboxWire.answer(refund));
    }

    @GetMapping("/refunds/{code}")
    ResponseEntity<String> refundOf(HttpServletRequest request, @PathVariable String code) {
        var refund = refunds.of(calls.signer(request, ""), code);
        if (!refund.done()) {
            // the program may have stopped between accepting and finishing it
            callbacks.finishSoon(refund);
        }
        return calls.signed(SandboxWire.answer(refund));
    }

    @ExceptionHandler
    ResponseEntity<Void> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.getStatus()).build();
    }

    @ExceptionHandler
    ResponseEntity<Void> forged(ForgedMessage forged) {
        return ResponseEntity.status(401).build();
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
