package tuanju.sandbox;

import jakarta.servlet.http.HttpServletRequest;
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

/** Where merchants have people paid out. */
@RestController
@RequestMapping("/sandbox/transfers")
@Conditional(SandboxListed.class)
@RequiredArgsConstructor
class SandboxTransferApi {

    private final SandboxTransfers transfers;
    private final MerchantCalls calls;
    private final JsonMapper json;

    @PostMapping
    ResponseEntity<String> pay(HttpServletRequest request, @RequestBody String body) {
        var merchant = calls.signer(request, body);
        var asked = json.readValue(body, SandboxWire.TransferRequest.class);
        var transfer = new SandboxTransfer(
                merchant, asked.code(), asked.payee(), Money.ofFen(asked.amountFen()), asked.title(), "", null);
        return calls.signed(SandboxWire.answer(transfers.accept(transfer)));
    }

    @GetMapping("/{code}")
    ResponseEntity<String> transfer(HttpServletRequest request, @PathVariable String code) {
        return calls.signed(SandboxWire.answer(transfers.look(calls.signer(request, ""), code)));
    }

    @ExceptionHandler
    ResponseEntity<Void> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.getStatus()).build();
    }

    @ExceptionHandler
    ResponseEntity<Void> forged(ForgedMessage forged) {
        return ResponseEntity.status(401).build();
    }
}
