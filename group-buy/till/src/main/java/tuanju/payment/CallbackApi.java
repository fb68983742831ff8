package tuanju.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.payment.providers.CallbackMessage;
import tuanju.payment.providers.ForgedCallback;
import tuanju.payment.providers.Providers;

/** Where providers tell what happened. Trusts nothing but their signature; answers well only after commit. */
@Slf4j
@RestController
@RequiredArgsConstructor
class CallbackApi {

    private static final int LARGEST_BODY = 65_536;

    private final Providers providers;
    private final NoticeDesk desk;

    @PostMapping("/payments/callbacks/{provider}")
    ResponseEntity<String> take(@PathVariable String provider, HttpServletRequest request) throws IOException {
        var sender = providers.find(provider);
        if (sender.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        try {
            var message = new CallbackMessage(headers(request), new String(body, StandardCharsets.UTF_8));
            desk.take(provider, sender.get().read(message));
            return ResponseEntity.ok(sender.get().acknowledgement());
        } catch (ForgedCallback e) {
            log.warn("SECURITY forged {} callback from {}", provider, request.getRemoteAddr());
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}
