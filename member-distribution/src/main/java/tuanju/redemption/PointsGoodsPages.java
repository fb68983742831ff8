package tuanju.redemption;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Leaders;
import tuanju.member.MemberCard;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.redemption.PointsGoodsKeeping.Draft;

/** A leader puts goods into the points shop, and hands over what members had. */
@Controller
@RequestMapping(PointsGoodsPages.HERE)
@RequiredArgsConstructor
class PointsGoodsPages {

    static final String HERE = "/lead/points-goods";

    private final PointsGoodsKeeping keeping;
    private final Redeeming redeeming;
    private final Leaders leaders;
    private final Members members;
    private final Commands commands;
    private final FormProblems problems;

    /** One that waits, and for whom. */
    record Waiting(Redemption of, MemberCard who) {}

    @GetMapping
    String all(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after, Model model) {
        return all(me, new Draft("", "", "", null, null, null), after, model);
    }

    @PostMapping
    String put(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String detail,
            @RequestParam(required = false) @Nullable Integer points,
            @RequestParam(required = false) @Nullable Integer pieces,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var draft = new Draft(community, title, detail, points, pieces, null);
        if (!leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
        try {
            commands.once(
                    key, String.class, () -> keeping.put(me.member(), draft).value());
            flash.addFlashAttribute("flashOk", "redemption.put");
            return "redirect:" + HERE;
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return all(me, draft, null, model);
        }
    }

    /** Said twice is once, so that it needs no key. */
    @PostMapping("/{code}/pieces")
    String count(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable Integer pieces,
            RedirectAttributes flash) {
        return said("redemption.counted", flash, () -> keeping.count(me.member(), code, pieces));
    }

    @PostMapping("/{code}/end")
    String end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        return said("redemption.ended", flash, () -> keeping.end(me.member(), code));
    }

    @PostMapping("/redemptions/{code}/handover")
    String handOver(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        return said("redemption.handed", flash, () -> redeeming.handOver(me.member(), code));
    }

    @PostMapping("/redemptions/{code}/return")
    String giveBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return said("redemption.returned", flash, () -> redeeming.giveBack(me.member(), code, reason));
    }

    private String said(String word, RedirectAttributes flash, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("flashOk", word);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + HERE;
    }

    private String all(SignedIn me, Draft typed, @Nullable UUID after, Model model) {
        if (!leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
        model.addAttribute("typed", typed);
        model.addAttribute("communities", leaders.communitiesLedBy(me.member()));
        model.addAttribute("waiting", waiting(redeeming.waitingAt(me.member())));
        model.addAttribute("goods", keeping.of(me.member(), after));
        model.addAttribute("after", after);
        model.addAttribute("active", "me");
        return "redemption/goods";
    }

    private List<Waiting> waiting(List<Redemption> found) {
        var people = members.cards(found.stream().map(Redemption::member).collect(Collectors.toSet()));
        return found.stream()
                .flatMap(it -> Stream.ofNullable(people.get(it.member())).map(who -> new Waiting(it, who)))
                .toList();
    }
}
