package tuanju.membership;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** The communities somebody belongs to, to leave them and to join others. */
@Controller
@Order(42)
@RequiredArgsConstructor
class MembershipPages implements MeLinks {

    private static final int MOST = 20;

    private final Memberships memberships;
    private final Communities communities;
    private final FormProblems problems;

    /** A membership and its community. */
    record Mine(Membership membership, CommunityCard community) {}

    @GetMapping("/me/communities")
    String all(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q, Model model) {
        var mine = memberships.of(me.member()).stream()
                .map(it -> new Mine(it, communities.get(it.community())))
                .toList();
        var belongsTo = mine.stream().map(it -> it.community().id()).toList();
        var others = others(q, belongsTo);
        model.addAttribute("mine", mine);
        model.addAttribute("others", others.stream().limit(MOST).toList());
        model.addAttribute("more", others.size() > MOST);
        model.addAttribute("words", q);
        model.addAttribute("active", "me");
        return "membership/communities";
    }

    /** Said twice it is the same. */
    @PostMapping("/me/communities/{community}/membership")
    String join(@AuthenticationPrincipal SignedIn me, @PathVariable String community, RedirectAttributes flash) {
        return done(() -> memberships.join(me.member(), here(community)), "membership.joined", flash);
    }

    /** Said twice it is the same. */
    @PostMapping("/me/communities/{community}/departures")
    String leave(@AuthenticationPrincipal SignedIn me, @PathVariable String community, RedirectAttributes flash) {
        return done(() -> memberships.leave(me.member(), here(community)), "membership.left", flash);
    }

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("membership.title", "membership.me", "/me/communities", "home"));
    }

    private String done(Runnable act, String said, RedirectAttributes flash) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", said);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/me/communities";
    }

    private CommunityId here(String shortCode) {
        return communities.find(shortCode).orElseThrow(NotFound::new).id();
    }

    private List<CommunityCard> others(String q, List<CommunityId> mine) {
        var words = q.strip().toLowerCase(Locale.ROOT);
        return communities.all().stream()
                .filter(it -> !mine.contains(it.id())
                        && (it.name() + "\n" + it.place())
                                .toLowerCase(Locale.ROOT)
                                .contains(words))
                .limit(MOST + 1L)
                .toList();
    }
}
