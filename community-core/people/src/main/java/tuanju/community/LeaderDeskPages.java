package tuanju.community;

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
            RedirectAttributes flash) {
        applications.decline(id, me.member(), reason);
        return done("community.leaders.declined", flash);
    }

    @PostMapping("/operate/leaders/{community}/{member}/revocation")
    String revoke(
            @PathVariable UUID community,
            @PathVariable UUID member,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        leaders.revoke(new MemberId(member), new CommunityId(community), me.member(), reason);
        return done("community.leaders.revoked", flash);
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
