package tuanju.cycle.steering;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.deputy.Deputies;
import tuanju.deputy.DeputyCard;
import tuanju.deputy.Post;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** A deputy's day: whom they help, until when, and what is under way there. */
@Controller
@RequiredArgsConstructor
class HelpingPages {

    private final Deputies deputies;
    private final OrderCycles cycles;
    private final Communities communities;
    private final Leaders leaders;
    private final Members members;

    /** A leader somebody stands in for, and the leader's cycles. */
    record Helped(DeputyCard deputy, Post post, List<CycleCard> cycles) {}

    @GetMapping("/lead/helping")
    String helping(@AuthenticationPrincipal SignedIn me, Model model) {
        var helped = deputies.standingIn(me.member()).stream()
                .filter(it -> leaders.leads(it.leader(), it.community()))
                .map(this::helped)
                .toList();
        if (helped.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("helped", helped);
        model.addAttribute(
                "people",
                members.cards(helped.stream().map(it -> it.post().leader()).collect(Collectors.toSet())));
        model.addAttribute("active", "today");
        return "cycle/helping";
    }

    private Helped helped(DeputyCard deputy) {
        var post = new Post(communities.get(deputy.community()), deputy.leader());
        var underWay = cycles.underWay(post).stream()
                .sorted(Comparator.comparing(CycleCard::pickupFrom))
                .toList();
        return new Helped(deputy, post, underWay);
    }
}
