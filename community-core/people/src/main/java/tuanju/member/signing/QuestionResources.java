package tuanju.member.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.AddressLimits;
import tuanju.member.Missing;
import tuanju.member.Phone;

/** The one question to whoever proves a phone that was silent for a year, for programs. The answer goes along with the code. */
@RestController
@RequiredArgsConstructor
class QuestionResources {

    private final SigningIn signingIn;
    private final AddressLimits limits;
    private final MessageSource messages;

    /** The phone, and the six digits sent to it: only who holds it is asked. */
    record Proof(String phone, String code) {
        Proof {
            Missing.refuse("phone", phone);
            Missing.refuse("code", code);
        }
    }

    /**
     * What is asked.
     *
     * @param question null where there is nothing a stranger could not guess: then an empty answer begins afresh
     * @param choices one of them is the answer, word for word
     */
    record QuestionResource(@Nullable String question, List<String> choices) {}

    /** Needs no idempotency key: nothing is kept, and the choices are the same each time. */
    @PostMapping("/api/v1/questions")
    QuestionResource ask(@RequestBody Proof proof, Locale language, HttpServletRequest request) {
        var phone = Phone.of(proof.phone());
        limits.tryCode(request);
        return signingIn
                .question(phone, proof.code())
                .map(it -> new QuestionResource(messages.getMessage(it.titleKey(), null, language), it.choices()))
                .orElseGet(() -> new QuestionResource(null, List.of()));
    }
}
