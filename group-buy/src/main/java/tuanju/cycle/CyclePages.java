package tuanju.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.Household;
import tuanju.member.Members;
import tuanju.member.SignedIn;

/** The page of an order cycle, open to anyone with its link; ordering needs a name. */
@Controller
@RequestMapping("/c/{code}")
@RequiredArgsConstructor
class CyclePages {

    private static final Household NOWHERE = new Household("", "");

    private final OrderCycles cycles;
    private final CycleProducts products;
    private final CycleOrdering ordering;
    private final Communities communities;
    private final Members members;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    @GetMapping
    String cycle(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam Map<String, String> chosen,
            Model model) {
        return page(me, code, new CycleBasket(chosen), model);
    }

    /** Who is not signed in does that first, and finds their basket again. */
    @PostMapping("/orders")
    String order(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam Map<String, String> form,
            Model model,
            HttpServletResponse response) {
        var basket = new CycleBasket(form);
        if (me == null) {
            return "redirect:/sign-in?next=" + URLEncoder.encode(basket.path(code), StandardCharsets.UTF_8);
        }
        try {
            return "redirect:/orders/" + order(me, code, basket);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(me, code, basket, model);
        }
    }

    private String order(SignedIn me, Code code, CycleBasket basket) {
        var wish = basket.wish();
        var key = new CommandKey(
                me.getName(), "POST /c/" + code + "/orders", basket.typed().get("commandKey"), wish.toString());
        return commands.once(
                        key,
                        String.class,
                        () -> ordering.order(me.member(), code, wish).code().value())
                .value();
    }

    private String page(@Nullable SignedIn me, Code code, CycleBasket basket, Model model) {
        var cycle = cycles.byCode(code);
        if (cycle.status() == CycleStatus.DRAFT) {
            throw new NotFound();
        }
        boolean takesOrders = cycle.takesOrdersAt(clock.instant());
        var door = me == null ? NOWHERE : members.contact(me.member()).household();
        model.addAttribute("cycle", cycle);
        model.addAttribute("community", communities.get(cycle.community()));
        model.addAttribute("leader", members.card(cycle.leader()));
        model.addAttribute("products", products.of(cycle));
        model.addAttribute("takesOrders", takesOrders);
        model.addAttribute("basket", basket.at(door));
        model.addAttribute("hasAction", takesOrders);
        model.addAttribute("back", "/");
        return "cycle/order";
    }
}
