package tuanju.teambuy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.order.OrderPace;
import tuanju.order.PaymentStart;
import tuanju.teambuy.Checkout.Kind;

/** One page from choosing to paying: joining a team, opening one, or buying alone. */
@Controller
@RequiredArgsConstructor
class CheckoutPages {

    private final Checkouts checkouts;
    private final TeamJoining joining;
    private final TeamOpening opening;
    private final Commands commands;
    private final OrderPace pace;
    private final PaymentStart payment;
    private final CheckoutRefusals refusals;

    @GetMapping("/checkout/teams/{code}")
    ModelAndView joinPage(@PathVariable Code code, @AuthenticationPrincipal @Nullable SignedIn me, CheckoutForm form) {
        return page(me, new CheckoutStep(Kind.JOIN, code, form));
    }

    @GetMapping("/checkout/offers/{code}")
    ModelAndView openPage(@PathVariable Code code, @AuthenticationPrincipal @Nullable SignedIn me, CheckoutForm form) {
        return page(me, new CheckoutStep(Kind.OPEN, code, form));
    }

    @GetMapping("/checkout/offers/{code}/alone")
    ModelAndView alonePage(@PathVariable Code code, @AuthenticationPrincipal @Nullable SignedIn me, CheckoutForm form) {
        return page(me, new CheckoutStep(Kind.ALONE, code, form));
    }

    @PostMapping("/t/{code}/seats")
    ModelAndView join(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            CommandKey key) {
        var step = new CheckoutStep(Kind.JOIN, code, form);
        return place(
                me,
                step,
                key,
                (member, request) -> joining.join(member, code, request).order().code());
    }

    @PostMapping("/o/{code}/teams")
    ModelAndView open(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            CommandKey key) {
        var step = new CheckoutStep(Kind.OPEN, code, form);
        return place(
                me,
                step,
                key,
                (member, request) -> opening.open(member, code, request).order().code());
    }

    @PostMapping("/o/{code}/orders")
    ModelAndView buyAlone(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            CommandKey key) {
        var step = new CheckoutStep(Kind.ALONE, code, form);
        return place(
                me,
                step,
                key,
                (member, request) -> opening.buyAlone(member, code, request).code());
    }

    private ModelAndView page(@Nullable SignedIn me, CheckoutStep step) {
        return me == null ? signInFirst(step) : show(checkouts.prepare(step, me.member()), HttpStatus.OK, null);
    }

    private ModelAndView place(
            @Nullable SignedIn me, CheckoutStep step, CommandKey key, BiFunction<MemberId, SeatRequest, Code> placing) {
        if (me == null) {
            return signInFirst(step);
        }
        try {
            var request = step.request();
            var order = commands.once(
                    step.key(key, request), pace.ofOneBuyer(), Code.class, () -> placing.apply(me.member(), request));
            return new ModelAndView(
                    payment.redirect(me.member(), order.value(), step.form().provider()));
        } catch (Refusal refusal) {
            return refused(me.member(), step, refusal);
        }
    }

    /** What the buyer can put right is shown on the same page; else they are led to where things stand now. */
    private ModelAndView refused(MemberId member, CheckoutStep step, Refusal refusal) {
        return refusals.elsewhere(step, refusal)
                .map(ModelAndView::new)
                .orElseGet(() -> show(
                        checkouts.prepare(step, member),
                        HttpStatus.valueOf(refusal.getStatus()),
                        refusals.complaint(refusal)));
    }

    private static ModelAndView show(
            Checkout checkout, HttpStatus status, CheckoutRefusals.@Nullable Complaint complaint) {
        var page = new ModelAndView("teambuy/checkout", status);
        page.addObject("checkout", checkout);
        page.addObject("complaint", complaint);
        page.addObject("hasAction", true);
        page.addObject("back", checkout.origin());
        return page;
    }

    private static ModelAndView signInFirst(CheckoutStep step) {
        return new ModelAndView("redirect:/sign-in?next=" + URLEncoder.encode(step.path(), StandardCharsets.UTF_8));
    }
}
