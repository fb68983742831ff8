package tuanju.cycle.ordering;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormFields;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.planning.CycleViews;
import tuanju.link.Touch;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.order.paying.OrderPace;
import tuanju.order.paying.PaymentStart;
import tuanju.page.UnsentNote;

/** The page of an order cycle, open to anyone with its link who may see it; ordering needs a name. */
@Controller
@RequestMapping("/c/{code}")
@RequiredArgsConstructor
class CyclePages {

    private final OrderCycles cycles;
    private final CycleWindow window;
    private final CycleViews views;
    private final CycleOrdering ordering;
    private final UnitAsking units;
    private final PaymentStart payment;
    private final LiveTopics topics;
    private final Commands commands;
    private final OrderPace pace;
    private final FormProblems problems;

    @GetMapping
    String cycle(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam Map<String, String> chosen,
            HttpServletRequest request,
            Model model) {
        return page(me, code, new CycleBasket(chosen).with(UnsentNote.of(request, "/c/" + code)), request, model);
    }

    /** Orders and goes on to pay at once; who is not signed in does that first, and finds their basket again. */
    @PostMapping("/orders")
    String order(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam
                    @FormFields({
                        "quantity-*",
                        "upTo-*",
                        "lane",
                        "building",
                        "unit",
                        "unitless",
                        "room",
                        "note",
                        "point",
                        "discount",
                        "prices",
                        "linkless",
                        "offered",
                        "coupon-*",
                        "provider",
                        "useCredit",
                        "creditOffered",
                        "payable"
                    })
                    Map<String, String> form,
            CommandKey key,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var basket = new CycleBasket(form);
        if (me == null) {
            UnsentNote.keep(request, "/c/" + code, basket.field("note"));
            return "redirect:/sign-in?next=" + URLEncoder.encode(basket.path(code), StandardCharsets.UTF_8);
        }
        try {
            var from = basket.isLinkless() ? null : Touch.in(request, code);
            var order = order(new Asked(me, code, from), basket, key);
            UnsentNote.sent(request, "/c/" + code);
            return payment.redirect(me.member(), order, basket.provider(), basket.isWithCredit());
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(me, code, basket, request, model);
        }
    }

    /** What is chosen is reckoned before it is ordered, for browsers without script: back with it in the address, but the note. */
    @PostMapping("/basket")
    String reckon(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam
                    @FormFields({
                        "quantity-*",
                        "upTo-*",
                        "lane",
                        "building",
                        "unit",
                        "unitless",
                        "room",
                        "note",
                        "point",
                        "discount",
                        "prices",
                        "linkless",
                        "offered",
                        "coupon-*",
                        "provider",
                        "useCredit",
                        "creditOffered",
                        "payable"
                    })
                    Map<String, String> form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var basket = new CycleBasket(form);
        try {
            basket.wish();
        } catch (Invalid unreadable) {
            problems.show(unreadable, model, response);
            return page(me, code, basket, request, model);
        }
        UnsentNote.keep(request, "/c/" + code, basket.field("note"));
        return "redirect:" + basket.path(code) + "#price";
    }

    /** What is chosen in the address, reckoned anew while one chooses. */
    @GetMapping("/price")
    String price(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam Map<String, String> chosen,
            HttpServletRequest request,
            Model model) {
        return window.reckoned(new CycleWindow.Looker(me, code, request), new CycleBasket(chosen), model);
    }

    /** What changes while one looks: how far it is to the minimum and to the next full case. */
    @GetMapping("/progress")
    String progress(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, Model model) {
        model.addAttribute("view", views.of(cycles.visible(code, viewer(me)), viewer(me)));
        return "cycle/_progress :: progress(view=${view})";
    }

    @GetMapping(path = "/live", produces = TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, HttpServletRequest request) {
        return topics.listen("cycle:" + cycles.visible(code, viewer(me)).id(), request);
    }

    private static @Nullable MemberId viewer(@Nullable SignedIn me) {
        return me == null ? null : me.member();
    }

    /** Who orders in which cycle, and the link that led there. */
    private record Asked(SignedIn me, Code cycle, @Nullable Code from) {}

    private Code order(Asked asked, CycleBasket basket, CommandKey key) {
        var wish = basket.wish();
        var code = commands.once(key.about(wish), pace.ofOneBuyer(), String.class, () -> {
                    if (!basket.isWithoutUnit()) {
                        units.ask(cycles.visible(asked.cycle(), asked.me().member()), wish);
                    }
                    var came = new CycleOrdering.Came(basket.shown(), asked.from(), basket.brought());
                    return ordering.order(asked.me().member(), asked.cycle(), wish, came)
                            .code()
                            .value();
                })
                .value();
        return new Code(code);
    }

    private String page(@Nullable SignedIn me, Code code, CycleBasket basket, HttpServletRequest request, Model model) {
        return window.show(new CycleWindow.Looker(me, code, request), basket, model);
    }
}
