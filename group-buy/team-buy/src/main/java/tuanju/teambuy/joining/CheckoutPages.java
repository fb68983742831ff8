package tuanju.teambuy.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import tuanju.command.AnswerPlace;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.link.Links;
import tuanju.link.Touch;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.order.paying.OrderPace;
import tuanju.order.paying.PaymentStart;
import tuanju.page.UnsentNote;
import tuanju.teambuy.joining.Checkout.Kind;

/** One page from choosing to paying: joining a team, opening one, or buying alone. */
@Controller
@RequiredArgsConstructor
class CheckoutPages {

    private final Checkouts checkouts;
    private final TeamJoining joining;
    private final TeamOpening opening;
    private final Links links;
    private final Commands commands;
    private final OrderPace pace;
    private final PaymentStart payment;
    private final CheckoutRefusals refusals;

    @GetMapping("/checkout/teams/{code}")
    ModelAndView joinPage(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            HttpServletRequest request) {
        return page(me, new CheckoutStep(Kind.JOIN, code, form), request);
    }

    @GetMapping("/checkout/offers/{code}")
    ModelAndView openPage(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            HttpServletRequest request) {
        return page(me, new CheckoutStep(Kind.OPEN, code, form), request);
    }

    @GetMapping("/checkout/offers/{code}/alone")
    ModelAndView alonePage(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            HttpServletRequest request) {
        return page(me, new CheckoutStep(Kind.ALONE, code, form), request);
    }

    @PostMapping("/t/{code}/seats")
    ModelAndView join(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            CommandKey key,
            HttpServletRequest request) {
        var step = new CheckoutStep(Kind.JOIN, code, form);
        return place(
                new Asked(me, step, request),
                key,
                (member, wish, place) -> joining.join(
                                member,
                                code,
                                wish,
                                seat -> place.take(seat.order().code()))
                        .order()
                        .code());
    }

    @PostMapping("/o/{code}/teams")
    ModelAndView open(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            CommandKey key,
            HttpServletRequest request) {
        var step = new CheckoutStep(Kind.OPEN, code, form);
        return place(
                new Asked(me, step, request),
                key,
                (member, wish, place) ->
                        opening.open(member, code, wish).order().code());
    }

    @PostMapping("/o/{code}/orders")
    ModelAndView buyAlone(
            @PathVariable Code code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            CheckoutForm form,
            CommandKey key,
            HttpServletRequest request) {
        var step = new CheckoutStep(Kind.ALONE, code, form);
        return place(
                new Asked(me, step, request),
                key,
                (member, wish, place) -> opening.buyAlone(member, code, wish).code());
    }

    /** A form that was sent, and from which browser. */
    private record Asked(@Nullable SignedIn me, CheckoutStep step, HttpServletRequest request) {}

    private ModelAndView page(@Nullable SignedIn me, CheckoutStep step, HttpServletRequest request) {
        return me == null
                ? signInFirst(step, request)
                : show(new Asked(me, step.with(UnsentNote.of(request, step.page())), request), me, HttpStatus.OK, null);
    }

    /** Places an order; may keep the answer, which is its code, itself. */
    private interface Placing {
        Code place(MemberId member, SeatRequest wish, AnswerPlace place);
    }

    private ModelAndView place(Asked asked, CommandKey key, Placing placing) {
        var me = asked.me();
        var step = asked.step();
        if (me == null) {
            return signInFirst(step, asked.request());
        }
        try {
            var wish = step.request();
            var link = step.form().isLinkless() ? null : Touch.in(asked.request(), step.code());
            var order = commands.onceKeeping(
                    step.key(key, wish),
                    pace.ofOneBuyer(),
                    Code.class,
                    place -> placing.place(me.member(), wish.by(link), place));
            UnsentNote.sent(asked.request(), step.page());
            return new ModelAndView(
                    payment.redirect(me.member(), order.value(), step.form().provider()));
        } catch (Refusal refusal) {
            return refused(asked, me, refusal);
        }
    }

    /** What the buyer can put right is shown on the same page; else they are led to where things stand now. */
    private ModelAndView refused(Asked asked, SignedIn me, Refusal refusal) {
        return refusals.elsewhere(asked.step(), refusal)
                .map(ModelAndView::new)
                .orElseGet(() -> show(asked, me, HttpStatus.valueOf(refusal.getStatus()), refusals.complaint(refusal)));
    }

    private ModelAndView show(
            Asked asked, SignedIn me, HttpStatus status, CheckoutRefusals.@Nullable Complaint complaint) {
        var step = asked.step();
        var checkout = checkouts.prepare(step, me.member());
        var page = new ModelAndView("teambuy/checkout", status);
        page.addObject("checkout", checkout);
        page.addObject("sharer", links.sharer(asked.request(), step.code(), me).orElse(null));
        page.addObject("linkless", step.form().isLinkless());
        page.addObject("complaint", complaint);
        page.addObject("hasAction", true);
        page.addObject("back", checkout.origin());
        return page;
    }

    private static ModelAndView signInFirst(CheckoutStep step, HttpServletRequest request) {
        UnsentNote.keep(request, step.page(), step.form().note());
        return new ModelAndView("redirect:/sign-in?next=" + URLEncoder.encode(step.path(), StandardCharsets.UTF_8));
    }
}
