package tuanju.member.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.AddressLimits;
import tuanju.member.Missing;
import tuanju.member.SignedIn;

/** The same for programs: a copy of everything that is kept of the caller, and the end of their account. */
@RestController
@RequestMapping("/api/v1/members/me")
@RequiredArgsConstructor
class AccountResources {

    private final PersonalCopy copy;
    private final AccountClosing closing;
    private final AddressLimits limits;

    /** @param unfinished what must end before, as sentences; empty where the account may be closed */
    record ClosingState(List<String> unfinished) {}

    /** @param code the six digits that were sent for this */
    record ClosingWish(String code) {
        ClosingWish {
            Missing.refuse("code", code);
        }
    }

    @GetMapping("/personal-data")
    ResponseEntity<PersonalFile> copy(@AuthenticationPrincipal SignedIn me) {
        return file(copy.of(me.member()));
    }

    @GetMapping("/closing")
    ClosingState read(@AuthenticationPrincipal SignedIn me) {
        return new ClosingState(closing.unfinished(me.member()));
    }

    /** Within a minute a repeat sends nothing. */
    @PutMapping("/closing/code")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendCode(@AuthenticationPrincipal SignedIn me, Locale language) {
        closing.sendCode(me.member(), language);
    }

    /** A repeat is refused by the token, which is good no more (401). */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@AuthenticationPrincipal SignedIn me, @RequestBody ClosingWish wish, HttpServletRequest request) {
        limits.tryCode(request);
        closing.close(me.member(), wish.code());
    }

    static ResponseEntity<PersonalFile> file(PersonalFile copy) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .headers(it -> it.setContentDisposition(ContentDisposition.attachment()
                        .filename("tuanju-personal-data.json")
                        .build()))
                .body(copy);
    }
}
