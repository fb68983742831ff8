package tuanju.membership;

import java.util.UUID;
import java.util.stream.IntStream;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.membership.MembersOfLeader.Asked;
import tuanju.membership.MembersOfLeader.Shown;

/** A leader looks through the members of a community, says how much each may see, and ends a membership or takes that back. */
@Controller
@RequestMapping("/lead/members")
@RequiredArgsConstructor
class LedMemberPages {

    private final MembersOfLeader list;
    private final Belonging belonging;
    private final Leaders leaders;
    private final Members members;
    private final FormProblems problems;

    @GetMapping
    String all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "ACTIVE") Shown shown,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        var here = list.led(me.member(), community);
        var page = list.page(here.id(), new Asked(shown, q, after));
        model.addAttribute("community", here);
        model.addAttribute("communities", leaders.communitiesLedBy(me.member()));
        model.addAttribute("page", page);
        model.addAttribute("shown", shown);
        model.addAttribute("count", list.count(here.id()));
        model.addAttribute(
                "people",
                members.cards(page.shown().stream().map(Membership::member).toList()));
        model.addAttribute(
                "levels", IntStream.rangeClosed(0, Visibility.HIGHEST).boxed().toList());
        model.addAttribute("active", "today");
        return "membership/members";
    }

    @PostMapping("/{community}/{member}/level")
    String level(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID member,
            @RequestParam int level,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var here = list.led(me.member(), community);
        return done(
                here,
                () -> {
                    int before = belonging.level(about(me, here, member), level, reason);
                    undo(flash, "membership.level.set", "/lead/members/" + here.shortCode() + "/" + member + "/level");
                    flash.addFlashAttribute("undoLevel", before);
                },
                flash);
    }

    @PostMapping("/{community}/{member}/curating")
    String curate(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "true") boolean curates,
            RedirectAttributes flash) {
        var here = list.led(me.member(), community);
        return done(
                here,
                () -> {
                    belonging.curate(about(me, here, member), curates);
                    flash.addFlashAttribute(
                            "flashOk", curates ? "membership.curator.named" : "membership.curator.no-more");
                },
                flash);
    }

    @PostMapping("/{community}/{member}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        var here = list.led(me.member(), community);
        return done(
                here,
                () -> {
                    belonging.end(about(me, here, member), reason);
                    undo(
                            flash,
                            "membership.ended",
                            "/lead/members/" + here.shortCode() + "/" + member + "/restoration");
                },
                flash);
    }

    @PostMapping("/{community}/{member}/restoration")
    String restore(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID member,
            RedirectAttributes flash) {
        var here = list.led(me.member(), community);
        return done(
                here,
                () -> {
                    belonging.restore(about(me, here, member));
                    flash.addFlashAttribute("flashOk", "membership.restored");
                },
                flash);
    }

    private static Belonging.About about(SignedIn me, CommunityCard here, UUID member) {
        return new Belonging.About(here.id(), new MemberId(member), me.member());
    }

    private static void undo(RedirectAttributes flash, String said, String how) {
        flash.addFlashAttribute("undoSaid", said);
        flash.addFlashAttribute("undo", how);
    }

    private String done(CommunityCard here, Runnable act, RedirectAttributes flash) {
        try {
            act.run();
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/lead/members?community=" + here.shortCode();
    }
}
