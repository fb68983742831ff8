package tuanju.community;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** Operators answer who would like to lead, and end it where they must. */
@Controller
@RequiredArgsConstructor
class LeaderDeskPages {

    private static final int PAGE = 50;

    private final LeaderApplications applications;
    private final Leaders leaders;
    private final LeaderDesk desk;
    private final Members members;
    private final FormProblems problems;

    @GetMapping("/operate/leaders")
    String leaders(@RequestParam(required = false) @Nullable Instant before, Model model) {
        var waiting = applications.waiting();
        var found = desk.leaders(before, PAGE + 1);
        var led = found.stream().limit(PAGE).toList();
        model.addAttribute("active", "leaders");
        model.addAttribute("waiting", waiting);
        model.addAttribute("led", led);
        model.addAttribute("count", desk.count());
        model.addAttribute("before", before);
        model.addAttribute("next", found.size() > PAGE ? led.getLast().appointedAt() : null);
        model.addAttribute("people", people(waiting, led));
        return "community/leaders";
    }

    @PostMapping("/operate/leaders/applications/{id}/approval")
    String approve(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        applications.approve(id, me.member());
        return done("community.leaders.approved", flash);
    }

    @PostMapping("/operate/leaders/applications/{id}/refusal")
    String decline(
            @PathVariable UUID id,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            applications.decline(id, me.member(), reason);
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
            return refused(id.toString(), reason, null, model);
        }
        return done("community.leaders.declined", flash);
    }

    @PostMapping("/operate/leaders/{community}/{member}/revocation")
    String revoke(
            @PathVariable UUID community,
            @PathVariable UUID member,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable Instant before,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            leaders.revoke(new MemberId(member), new CommunityId(community), me.member(), reason);
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
            return refused(community + " " + member, reason, before, model);
        }
        return done("community.leaders.revoked", flash);
    }

    /** The same page again, with what was typed where it was typed. */
    private String refused(String what, String reason, @Nullable Instant before, Model model) {
        model.addAttribute("refused", what);
        model.addAttribute("reason", reason);
        return leaders(before, model);
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("flashOk", what);
        return "redirect:/operate/leaders";
    }

    private Map<UUID, MemberCard> people(List<LeaderApplication> waiting, List<LeaderDesk.Led> led) {
        var ids = Stream.concat(
                        waiting.stream().map(LeaderApplication::memberId),
                        led.stream().map(LeaderDesk.Led::memberId))
                .distinct()
                .map(MemberId::new)
                .toList();
        return members.cards(ids).values().stream()
                .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
    }
}
