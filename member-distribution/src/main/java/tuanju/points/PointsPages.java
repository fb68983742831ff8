package tuanju.points;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;

/** A member's own points: what there is, what ends when, what happened, and the check-in of the day. */
@Controller
@RequiredArgsConstructor
class PointsPages {

    private final PointsReading reading;
    private final CheckingIn checkingIn;
    private final Memberships memberships;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    /** Where there is only one community there is nothing to choose. */
    @GetMapping("/me/points")
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        var homes = homes(me);
        if (homes.size() == 1) {
            return "redirect:" + page(homes.getFirst());
        }
        model.addAttribute(
                "homes",
                homes.stream().map(it -> reading.of(it, me.member(), null)).toList());
        model.addAttribute("active", "me");
        return "points/homes";
    }

    @GetMapping("/communities/{code}/points")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        var community = community(code);
        var today = Lot.today(clock);
        var done = checkingIn.between(
                new Owner(community.id(), me.member()), today.minusDays(today.getDayOfMonth()), today);
        model.addAttribute("points", reading.of(community, me.member(), after));
        model.addAttribute("month", Month.of(today, done));
        model.addAttribute("after", after);
        model.addAttribute("active", "me");
        return "points/mine";
    }

    @PostMapping("/communities/{code}/check-ins")
    String checkIn(
            @AuthenticationPrincipal SignedIn me, @PathVariable String code, CommandKey key, RedirectAttributes flash) {
        var community = community(code);
        var owner = new Owner(community.id(), me.member());
        try {
            commands.once(key, CheckIn.class, () -> checkingIn.checkIn(owner));
            flash.addFlashAttribute("flashOk", "points.checked-in");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + page(community);
    }

    private List<CommunityCard> homes(SignedIn me) {
        return Stream.concat(reading.homes(me.member()).stream(), memberships.communitiesOf(me.member()).stream())
                .distinct()
                .map(communities::get)
                .toList();
    }

    private CommunityCard community(String code) {
        return communities.find(code).orElseThrow(NotFound::new);
    }

    private static String page(CommunityCard community) {
        return "/communities/" + community.shortCode() + "/points";
    }
}
