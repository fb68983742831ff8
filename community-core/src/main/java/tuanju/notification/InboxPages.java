package tuanju.notification;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.command.NotFound;
import tuanju.member.SignedIn;

/** What a member was told: the latest first, each leading to where more is said. */
@Controller
@RequestMapping("/me/notifications")
@RequiredArgsConstructor
class InboxPages {

    private static final int PAGE = 30;

    private final Inbox inbox;

    @GetMapping
    String all(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var told = inbox.of(me.member(), after, PAGE + 1);
        var shown = told.subList(0, Math.min(PAGE, told.size()));
        model.addAttribute("told", shown);
        model.addAttribute("anyNew", shown.stream().anyMatch(it -> !it.read()));
        model.addAttribute("after", after);
        model.addAttribute("next", told.size() > PAGE ? shown.getLast().id() : null);
        model.addAttribute("back", "/me");
        return "notification/inbox";
    }

    /** Reads one: goes to where more is said. */
    @PostMapping("/{id}/reads")
    String read(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return "redirect:" + inbox.read(me.member(), id).orElseThrow(NotFound::new);
    }

    /** Everything the page showed is read; what came meanwhile is not. */
    @PostMapping("/reads")
    String readAll(@AuthenticationPrincipal SignedIn me, @RequestParam UUID newest) {
        inbox.readUpTo(me.member(), newest);
        return "redirect:/me/notifications";
    }
}
