package tuanju.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every request of a merchant is signed by it, every answer by the provider. */
@Component
@Conditional(SandboxListed.class)
@RequiredArgsConstructor
class MerchantCalls {

    private final SandboxMerchants merchants;
    private final JsonMapper json;
    private final Clock clock;

    /** Who signed this request just now. Refuses with {@link ForgedMessage}. */
    String signer(HttpServletRequest request, String body) {
        Map<String, String> headers = new HashMap<>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        var merchant = headers.getOrDefault(SignedMessage.MERCHANT, "");
        var subject = request.getMethod() + " " + request.getRequestURI();
        new SignedMessage(subject, body).verify(merchants.keyOf(merchant), headers, clock.instant());
        return merchant;
    }

    ResponseEntity<String> signed(Object answer) {
        return signed(json.writeValueAsString(answer), MediaType.APPLICATION_JSON);
    }

    ResponseEntity<String> signed(String body, MediaType type) {
        var headers = new SignedMessage(SignedMessage.ANSWER, body).sign(merchants.keys(), clock.instant());
        return ResponseEntity.ok()
                .contentType(type)
                .headers(it -> headers.forEach(it::set))
                .body(body);
    }
}
