package tuanju.upkeep;

import java.util.List;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
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
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.outbox.Outbox.Unheard;
import tuanju.outbox.StuckEvents;
import tuanju.outbox.StuckEvents.StuckKind;

/** Operators look through everything of one kind that no listener has heard, and help all of it at once. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/operate/program/kinds/{kind}")
class StuckPages {

    private static final int PAGE = 20;

    private final StuckEvents stuck;
    private final Unsticking unsticking;
    private final MessageSource messages;

    /** One page of a kind: how many there are is said of all of them. */
    record StuckPage(
            StuckKind kind,
            List<Unheard> shown,
            @Nullable Long after,
            @Nullable Long next) {

        StuckPage {
            shown = List.copyOf(shown);
        }

        public String event() {
            return Unsent.event(kind);
        }

        public String listener() {
            return Unsent.listener(kind);
        }
    }

    @GetMapping
    String kind(@PathVariable UUID kind, @RequestParam(required = false) @Nullable Long after, Model model) {
        var all = stuck.kind(kind).orElseThrow(NotFound::new);
        var found = stuck.of(kind, after == null ? 0 : after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        model.addAttribute("active", "program");
        model.addAttribute(
                "stuck",
                new StuckPage(
                        all, shown, after, found.size() > PAGE ? shown.getLast().number() : null));
        return "upkeep/kind";
    }

    @PostMapping("/tries")
    String tryAll(@PathVariable UUID kind, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        return help(kind, unsticking::tryAll, "upkeep.kind.tried", me, flash);
    }

    @PostMapping("/rest")
    String setAsideAll(@PathVariable UUID kind, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        return help(kind, unsticking::setAsideAll, "upkeep.kind.set-aside", me, flash);
    }

    @PostMapping("/removal")
    String giveUpAll(@PathVariable UUID kind, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        return help(kind, unsticking::giveUpAll, "upkeep.kind.dropped", me, flash);
    }

    private String help(
            UUID kind, ToIntBiFunction<UUID, MemberId> help, String done, SignedIn me, RedirectAttributes flash) {
        int many = help.applyAsInt(kind, me.member());
        flash.addFlashAttribute(
                "flashOk", messages.getMessage(done, new Object[] {many}, LocaleContextHolder.getLocale()));
        return "redirect:/operate/program#outbox";
    }
}
