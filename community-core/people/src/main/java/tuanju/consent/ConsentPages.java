package tuanju.consent;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** A member's own page of consents, with the words of each, to give and to take back. */
@Controller
@Order(45)
@RequiredArgsConstructor
class ConsentPages implements MeLinks {

    private final Consents consents;

    @GetMapping("/me/consents")
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("consents", consents.all(me.member()));
        model.addAttribute("active", "me");
        return "consent/consents";
    }

    /** Said twice it is the same, so that no key is needed. */
    @PostMapping("/me/consents/{purpose}")
    String say(@AuthenticationPrincipal SignedIn me, @PathVariable String purpose, @RequestParam boolean given) {
        consents.of(me.member(), purpose);
        if (given) {
            consents.give(me.member(), purpose);
        } else {
            consents.withdraw(me.member(), purpose);
        }
        return "redirect:/me/consents";
    }

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("consent.title", "consent.me", "/me/consents", "settings"));
    }
}
