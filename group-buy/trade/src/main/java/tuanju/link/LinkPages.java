package tuanju.link;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** A member's own links: made on the page they lead to, looked at and withdrawn on a page of their own. */
@Controller
@RequiredArgsConstructor
class LinkPages {

    private static final int PAGE = 20;

    private final Links links;

    @GetMapping("/me/links")
    String own(@AuthenticationPrincipal SignedIn me, @RequestParam @Nullable Code after, Model model) {
        var found = links.of(me.member(), after, PAGE);
        model.addAttribute("links", found);
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() < PAGE ? null : found.getLast().link().code());
        model.addAttribute("active", "me");
        return "link/links";
    }

    /** Made twice it is the same link, so that no key is needed. */
    @PostMapping("/me/links")
    String make(@AuthenticationPrincipal SignedIn me, @RequestParam String kind, @RequestParam Code code) {
        var target = new Target(kind, code);
        links.make(me.member(), target, "");
        return "redirect:" + links.path(target) + "#share";
    }

    @PostMapping("/me/links/{code}/withdrawal")
    String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        links.withdraw(me.member(), code);
        flash.addFlashAttribute("flashOk", "link.withdrawn.done");
        return "redirect:/me/links";
    }
}
