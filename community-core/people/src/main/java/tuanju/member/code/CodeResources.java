package tuanju.member.code;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.AddressLimits;
import tuanju.member.Missing;
import tuanju.member.Phone;

/** Asking for a code over the API. Whoever has this phone, a member or nobody we know, the answer is the same. */
@RestController
@RequiredArgsConstructor
class CodeResources {

    private final OneTimeCodes codes;
    private final AddressLimits limits;

    record CodeWish(String phone) {
        CodeWish {
            Missing.refuse("phone", phone);
        }
    }

    /** Needs no idempotency key: within a minute a repeat sends nothing. */
    @PostMapping("/api/v1/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void send(@RequestBody CodeWish wish, Locale language, HttpServletRequest request) {
        var phone = Phone.of(wish.phone());
        limits.sendCode(request);
        codes.sendOrRely(OneTimeCodes.Asked.byProgram(phone), language);
    }
}
