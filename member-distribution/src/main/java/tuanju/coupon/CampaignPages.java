package tuanju.coupon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.SignedIn;
import tuanju.membership.Visibility;
import tuanju.page.KeysetPage;
import tuanju.price.Funder;

/** Leaders and operators make campaigns, see beforehand what one costs at most, and end them. */
@Controller
@RequiredArgsConstructor
@RequestMapping({CampaignPages.LEADERS, CampaignPages.OPERATORS})
class CampaignPages {

    static final String LEADERS = "/lead/coupons";
    static final String OPERATORS = "/operate/coupons";

    private static final int PAGE = 20;

    private final Campaigns campaigns;
    private final CampaignViews views;
    private final Communities communities;
    private final Leaders leaders;
    private final Catalog catalog;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    @GetMapping
    String all(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable UUID after,
            HttpServletRequest request,
            Model model) {
        var desk = desk(me, request, model);
        var found = campaigns.page(desk == Funder.LEADER ? me.member() : null, after, PAGE + 1);
        var page = KeysetPage.of(found, PAGE, "", after, Campaign::id);
        model.addAttribute("campaigns", page.shown().stream().map(views::of).toList());
        model.addAttribute("after", page.after());
        model.addAttribute("next", page.next());
        return "coupon/campaigns";
    }

    /** With what was typed so far, and what that would cost at most. */
    @GetMapping("/new")
    String form(
            @AuthenticationPrincipal SignedIn me,
            CampaignForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var desk = desk(me, request, model);
        if (form.isBegun()) {
            try {
                var community = community(me, desk, form);
                var what = campaigns.preview(maker(me, desk), community.id(), form.draft(desk, clock.instant()));
                model.addAttribute("preview", what);
                model.addAttribute("members", campaigns.members(community.id(), what.terms()));
            } catch (Invalid refusal) {
                problems.show(CampaignForm.beside(refusal), model, response);
            }
        }
        return show(me, desk, form, model);
    }

    @PostMapping
    String make(
            @AuthenticationPrincipal SignedIn me,
            CampaignForm form,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var desk = desk(me, request, model);
        try {
            var community = community(me, desk, form);
            var code = commands.once(
                            key,
                            Code.class,
                            () -> campaigns
                                    .make(maker(me, desk), community.id(), form.draft(desk, clock.instant()))
                                    .code())
                    .value();
            flash.addFlashAttribute("flashOk", "coupon.campaign.made");
            return "redirect:" + here(desk) + "/" + code;
        } catch (Invalid refusal) {
            problems.show(CampaignForm.beside(refusal), model, response);
            return show(me, desk, form, model);
        }
    }

    @GetMapping("/{code}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, HttpServletRequest request, Model model) {
        var desk = desk(me, request, model);
        model.addAttribute("campaign", views.of(campaigns.own(maker(me, desk), code)));
        return "coupon/campaign";
    }

    /** No more can be claimed; twice is once, so that it needs no key. */
    @PostMapping("/{code}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            ServletWebRequest request,
            Model model,
            RedirectAttributes flash) {
        var desk = desk(me, request.getRequest(), model);
        try {
            campaigns.end(maker(me, desk), code);
            flash.addFlashAttribute("flashOk", "coupon.campaign.ended");
        } catch (Campaigns.StillPromised refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + here(desk) + "/" + code;
    }

    private String show(SignedIn me, Funder desk, CampaignForm form, Model model) {
        var mine = communities(me, desk);
        model.addAttribute("form", form);
        model.addAttribute("visibilities", Visibility.choices());
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
        return "coupon/new";
    }

    private CommunityCard community(SignedIn me, Funder desk, CampaignForm form) {
        return communities(me, desk).stream()
                .filter(it -> it.shortCode().equals(form.community()))
                .findFirst()
                .orElseThrow(() -> new Invalid("community", "field-wrong"));
    }

    private List<CommunityCard> communities(SignedIn me, Funder desk) {
        return desk == Funder.LEADER ? leaders.communitiesLedBy(me.member()) : communities.all();
    }

    /** Refuses with NotFound whoever stands in for a leader: it is the leader's own money. */
    private Funder desk(SignedIn me, HttpServletRequest request, Model model) {
        var desk = request.getRequestURI().startsWith(request.getContextPath() + LEADERS)
                ? Funder.LEADER
                : Funder.PLATFORM;
        if (desk == Funder.LEADER && !leaders.leadsAnywhere(me.member())) {
            throw new NotFound();
        }
        model.addAttribute("here", here(desk));
        model.addAttribute("layout", desk == Funder.LEADER ? "page/_leader" : "page/_operator");
        model.addAttribute("active", desk == Funder.LEADER ? "me" : "coupons");
        return desk;
    }

    private static Maker maker(SignedIn me, Funder desk) {
        return new Maker(me.member(), desk != Funder.LEADER);
    }

    private static String here(Funder desk) {
        return desk == Funder.LEADER ? LEADERS : OPERATORS;
    }
}
