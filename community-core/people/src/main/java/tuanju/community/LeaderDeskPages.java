package tuanju.community;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
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

/** Operators answer who would like to lead, look at who does, and end it where they must. */
@Controller
@RequiredArgsConstructor
class LeaderDeskPages {

    private final LeaderApplications applications;
    private final Leaders leaders;
    private final Communities communities;
    private final Members members;
    private final FormProblems problems;

    @GetMapping("/operate/leaders/{community}/{member}")
    String leader(@PathVariable UUID community, @PathVariable UUID member, Model model) {
        var home = communities.get(new CommunityId(community));
        var who = new MemberId(member);
        model.addAttribute("active", "leaders");
        model.addAttribute("since", leaders.since(who, home.id()));
        model.addAttribute("community", home);
        model.addAttribute("leader", members.card(who));
        return "community/leader";
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
            var waiting = applications.waiting();
            model.addAttribute("active", "leaders");
            model.addAttribute("waiting", waiting);
            model.addAttribute("people", people(members, waiting));
            model.addAttribute("refused", id.toString());
            model.addAttribute("reason", reason);
            return "community/applications";
        }
        return done("community.leaders.declined", flash);
    }

    @PostMapping("/operate/leaders/{community}/{member}/revocation")
    String revoke(
            @PathVariable UUID community,
            @PathVariable UUID member,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            leaders.revoke(new MemberId(member), new CommunityId(community), me.member(), reason);
        } catch (Invalid refusal) {
            problems.show(refusal, model, response);
            model.addAttribute("reason", reason);
            return leader(community, member, model);
        }
        return done("community.leaders.revoked", flash);
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("flashOk", what);
        return "redirect:/operate/leaders";
    }

    static Map<UUID, MemberCard> people(Members members, List<LeaderApplication> waiting) {
        var ids = waiting.stream()
                .map(it -> new MemberId(it.memberId()))
                .distinct()
                .toList();
        return members.cards(ids).values().stream()
                .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
    }
}
