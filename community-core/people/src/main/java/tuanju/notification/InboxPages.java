package tuanju.notification;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.NotFound;
import tuanju.member.SignedIn;

/** What a member was told: the latest first, each leading to where more is said. */
@Controller
@RequestMapping("/me/notifications")
@RequiredArgsConstructor
class InboxPages {

    private static final int PAGE = 30;

    private final Inbox inbox;
    private final MessageSource messages;

    @GetMapping
    String all(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after, Model model) {
        // before what is shown is read: what comes in between is shown, and still waits
        var waiting = after == null ? inbox.unreadIds(me.member()) : List.<UUID>of();
        var told = inbox.of(me.member(), after, PAGE + 1);
        var shown = told.subList(0, Math.min(PAGE, told.size()));
        model.addAttribute("told", shown);
        model.addAttribute("waiting", waiting);
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

    /** What waited when the page was opened is read, what came meanwhile is not; what is still unread is said. */
    @PostMapping("/reads")
    String readAll(@AuthenticationPrincipal SignedIn me, @RequestParam List<UUID> ids, RedirectAttributes redirect) {
        inbox.read(me.member(), ids.stream().limit(Inbox.MOST_AT_ONCE).toList());
        int left = inbox.unread(me.member());
        if (left > 0) {
            redirect.addFlashAttribute("flashOk", stillUnread(left));
        }
        return "redirect:/me/notifications";
    }

    private String stillUnread(int left) {
        return messages.getMessage("notification.still-unread", new Object[] {left}, LocaleContextHolder.getLocale());
    }
}
