package tuanju.memberday;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.catalog.Catalog;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.memberday.MemberDays.Maker;
import tuanju.membership.Memberships;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.page.KeysetPage;

/** Leaders and operators make member days, see beforehand what one does, and end them. */
@Controller
@RequiredArgsConstructor
@RequestMapping({MemberDayDoors.LEADERS, MemberDayDoors.OPERATORS})
class MemberDayPages {

    private static final int PAGE = 20;
    private static final Money EXAMPLE = Money.ofYuan("20");

    private final MemberDays days;
    private final MemberDayDoors doors;
    private final Memberships memberships;
    private final Catalog catalog;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    /** One as a page shows it. */
    record View(CommunityCard community, MemberDay day, boolean running, Instant next, Instant ends) {}

    /**
     * What one would do.
     *
     * @param pays what a member pays then for goods of ¥20
     * @param members whose price it would be now
     */
    record Preview(NewMemberDay what, Instant next, Instant ends, Money usual, Money pays, int members) {}

    @GetMapping
    String all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID after,
            ServletWebRequest request,
            Model model) {
        var maker = maker(me, request, model);
        var found = days.page(maker.leader(), after, PAGE + 1);
        var page = KeysetPage.of(found, PAGE, "", after, MemberDay::id);
        model.addAttribute("days", page.shown().stream().map(this::view).toList());
        model.addAttribute("after", page.after());
        model.addAttribute("next", page.next());
        return "memberday/days";
    }

    /** With what was typed so far, and what that would do. */
    @GetMapping("/new")
    String form(
            @AuthenticationPrincipal SignedIn me,
            MemberDayForm form,
            ServletWebRequest request,
            HttpServletResponse response,
            Model model) {
        var maker = maker(me, request, model);
        if (form.isBegun()) {
            try {
                var community = doors.community(maker, form);
                model.addAttribute("preview", preview(community, days.preview(maker, community.id(), form.draft())));
            } catch (NotFound nothing) {
                throw nothing;
            } catch (Refusal refusal) {
                problems.show(beside(refusal), model, response);
            }
        }
        return show(maker, form, model);
    }

    @PostMapping
    String make(
            @AuthenticationPrincipal SignedIn me,
            MemberDayForm form,
            CommandKey key,
            ServletWebRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var maker = maker(me, request, model);
        try {
            var community = doors.community(maker, form);
            commands.once(
                    key,
                    Code.class,
                    () -> days.make(maker, community.id(), form.draft()).code());
            flash.addFlashAttribute("flashOk", "memberday.made");
            return "redirect:" + MemberDayDoors.path(maker);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(beside(refusal), model, response);
            return show(maker, form, model);
        }
    }

    /** It comes no more; twice is once, so that it needs no key. */
    @PostMapping("/{code}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            ServletWebRequest request,
            Model model,
            RedirectAttributes flash) {
        var maker = maker(me, request, model);
        days.end(maker, code);
        flash.addFlashAttribute("flashOk", "memberday.ended");
        return "redirect:" + MemberDayDoors.path(maker);
    }

    private String show(Maker maker, MemberDayForm form, Model model) {
        var mine = doors.communities(maker);
        model.addAttribute("form", form);
        model.addAttribute("communities", mine);
        var chosen = mine.stream()
                .filter(it -> it.shortCode().equals(form.community()))
                .findFirst()
                .or(() -> mine.stream().findFirst());
        var goods = chosen.map(it -> catalog.products(it.id())).orElse(List.of());
        model.addAttribute(
                "products", goods.stream().filter(it -> !it.archived()).toList());
        model.addAttribute(
                "categories",
                goods.stream()
                        .map(it -> it.category())
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute(
                "visibilities",
                Visibility.choices().stream().filter(it -> !it.isPublic()).toList());
        return "memberday/new";
    }

    private Preview preview(CommunityCard community, NewMemberDay what) {
        var now = clock.instant();
        return new Preview(
                what,
                what.rhythm().next(now),
                what.rhythm().ends(now),
                EXAMPLE,
                EXAMPLE.minus(EXAMPLE.share(what.less())),
                memberships.count(community.id(), what.visibility()));
    }

    /** Beside its field where it has one; what the law says stands above the form. */
    private static Refusal beside(Refusal refusal) {
        return refusal instanceof Invalid invalid ? MemberDayForm.beside(invalid) : refusal;
    }

    private View view(MemberDay day) {
        var now = clock.instant();
        var rhythm = day.what().rhythm();
        return new View(doors.card(day), day, day.runsAt(now), rhythm.next(now), rhythm.ends(now));
    }

    private Maker maker(SignedIn me, ServletWebRequest request, Model model) {
        var maker = doors.of(me, request);
        model.addAttribute("here", MemberDayDoors.path(maker));
        model.addAttribute("layout", maker.operator() ? "page/_operator" : "page/_leader");
        model.addAttribute("active", maker.operator() ? "member-days" : "me");
        return maker;
    }
}
