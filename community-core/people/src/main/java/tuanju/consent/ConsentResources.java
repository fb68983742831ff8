package tuanju.consent;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.SignedIn;

/** A member's consents, for programs; giving and taking back are each said once or twice. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/me/consents")
class ConsentResources {

    private final Consents consents;
    private final MessageSource messages;

    /**
     * A purpose, its words, and what the member says to it.
     *
     * @param version of the words of today
     * @param given whether it stands: given to these words and not taken back
     */
    record Said(
            String purpose,
            int version,
            String text,
            boolean given,
            @Nullable Instant givenAt,
            @Nullable Instant withdrawnAt) {}

    record All(List<Said> items) {}

    @GetMapping
    All all(@AuthenticationPrincipal SignedIn me, Locale language) {
        return new All(
                consents.all(me.member()).stream().map(it -> said(it, language)).toList());
    }

    @PutMapping("/{purpose}")
    Said give(@AuthenticationPrincipal SignedIn me, @PathVariable String purpose, Locale language) {
        consents.give(me.member(), purpose);
        return said(consents.of(me.member(), purpose), language);
    }

    @DeleteMapping("/{purpose}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable String purpose) {
        consents.of(me.member(), purpose);
        consents.withdraw(me.member(), purpose);
    }

    private Said said(Consents.Standing standing, Locale language) {
        var asked = standing.asked();
        return new Said(
                asked.purpose(),
                asked.version(),
                messages.getMessage("consent." + asked.purpose() + ".text", null, language),
                standing.isGiven(),
                standing.given(),
                standing.withdrawn());
    }
}
