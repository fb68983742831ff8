package tuanju.plan;

import java.time.Clock;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
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
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;
import tuanju.money.Money;
import tuanju.payment.Payments;

/** A member's plans: what there is where they belong, what they have, what it saved, and ending it. */
@Slf4j
@Controller
@RequiredArgsConstructor
class SubscriptionPages {

    private static final String ALL = "/me/plans";
    private static final int MOST = 30;

    private final PlanRows plans;
    private final Plans making;
    private final SubscriptionRows rows;
    private final Subscribing subscribing;
    private final PlanEnding ending;
    private final PlanBeginning beginning;
    private final Savings savings;
    private final Payments payments;
    private final Memberships memberships;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    /** One that may be taken. */
    record Offered(CommunityCard community, Plan plan, String coupon, boolean mayTake) {}

    /** One that was taken, with what it saved so far. */
    record Had(CommunityCard community, Subscription taken, String coupon, Savings.Saved saved) {}

    @GetMapping(ALL)
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        var taken = rows.of(me.member(), MOST);
        var now = clock.instant();
        var busy = taken.stream()
                .filter(it -> it.isPayable() || it.isAlive())
                .filter(it -> !it.isRenewable(now) || rows.hasNext(it.community(), it.member()))
                .map(Subscription::community)
                .collect(Collectors.toSet());
        var homes = memberships.communitiesOf(me.member());
        model.addAttribute(
                "taken",
                taken.stream()
                        .filter(it -> it.isPayable() || it.isAlive())
                        .map(this::had)
                        .toList());
        model.addAttribute(
                "past",
                taken.stream().filter(it -> !it.isPayable() && !it.isAlive()).toList());
        model.addAttribute(
                "offered",
                making.offered(plans.open(homes)).stream()
                        .map(it -> offered(it, !busy.contains(it.community())))
                        .toList());
        model.addAttribute("active", "me");
        return "plan/mine";
    }

    /** Also where a payer comes back to: one that is unpaid asks its provider first. */
    @GetMapping(Subscribing.PAGE + "{code}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var taken = subscribing.own(me.member(), code);
        if (taken.isPayable() && asked(taken)) {
            taken = subscribing.own(me.member(), code);
        }
        var now = clock.instant();
        model.addAttribute("had", had(taken));
        model.addAttribute("back", taken.refundAt(now));
        model.addAttribute("left", taken.daysLeftAt(now));
        model.addAttribute("renewable", isRenewable(taken));
        model.addAttribute("canBegin", beginning.canBegin(taken));
        model.addAttribute("next", rows.hasNext(taken.community(), taken.member()) && !beginning.canBegin(taken));
        model.addAttribute(
                "providers",
                payments.providers().stream().filter(it -> !Payments.isCash(it)).toList());
        model.addAttribute("active", "me");
        return "plan/one";
    }

    @PostMapping("/plans/{code}/subscriptions")
    String subscribe(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, CommandKey key, RedirectAttributes flash) {
        try {
            var taken = commands.once(
                    key,
                    Code.class,
                    () -> subscribing.subscribe(me.member(), code).code());
            return "redirect:" + Subscribing.PAGE + taken.value();
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            return "redirect:" + ALL;
        }
    }

    /** Opening a payment twice opens it once, so that it needs no key. */
    @PostMapping(Subscribing.PAGE + "{code}/payments")
    String pay(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String provider,
            RedirectAttributes flash) {
        try {
            var way = subscribing.pay(me.member(), code, provider);
            return "redirect:" + (way.address() == null ? Subscribing.PAGE + code : way.address());
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            return "redirect:" + Subscribing.PAGE + code;
        }
    }

    /** Begun twice it is begun once. */
    @PostMapping(Subscribing.PAGE + "{code}/beginning")
    String begin(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, RedirectAttributes flash) {
        try {
            beginning.begin(me.member(), code);
            flash.addFlashAttribute("flashOk", "plan.begun");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + Subscribing.PAGE + code;
    }

    /** Ended twice it is ended once; never for less than was shown. */
    @PostMapping(Subscribing.PAGE + "{code}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "0") long shown,
            RedirectAttributes flash) {
        try {
            ending.cancel(me.member(), code, Money.ofFen(Math.max(shown, 0)));
            flash.addFlashAttribute("flashOk", "plan.ended");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + Subscribing.PAGE + code;
    }

    private boolean isRenewable(Subscription taken) {
        return taken.isRenewable(clock.instant())
                && making.isOffered(making.any(taken.plan()))
                && !rows.hasNext(taken.community(), taken.member());
    }

    /** Whether the provider could be asked; when it cannot, its callback or the poller brings the news later. */
    private boolean asked(Subscription taken) {
        try {
            payments.refresh(taken.community(), taken.id());
            return true;
        } catch (RuntimeException e) {
            log.warn("The provider could not be asked about plan {}", taken.code(), e);
            return false;
        }
    }

    private Had had(Subscription taken) {
        return new Had(
                communities.get(taken.community()),
                taken,
                making.couponOf(taken.community(), taken.terms()),
                savings.of(taken));
    }

    private Offered offered(Plan plan, boolean mayTake) {
        return new Offered(
                communities.get(plan.community()), plan, making.couponOf(plan.community(), plan.terms()), mayTake);
    }
}
