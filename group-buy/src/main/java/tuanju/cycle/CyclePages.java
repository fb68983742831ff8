package tuanju.cycle;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
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
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
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
    private final Clock clock;

    @GetMapping
    String cycle(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.byCode(code);
        if (cycle.status() == CycleStatus.DRAFT) {
            throw new NotFound();
        }
        model.addAttribute("cycle", cycle);
        model.addAttribute("community", communities.get(cycle.community()));
        model.addAttribute("leader", members.card(cycle.leader()));
        model.addAttribute("products", products.of(cycle));
        model.addAttribute("takesOrders", cycle.takesOrdersAt(clock.instant()));
        model.addAttribute(
                "door", me == null ? NOWHERE : members.contact(me.member()).household());
        model.addAttribute("hasAction", cycle.takesOrdersAt(clock.instant()));
        return "cycle/order";
    }

    @PostMapping("/orders")
    String order(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestParam Map<String, String> form) {
        var wish = new CycleOrdering.Wish(
                quantities(form),
                form.getOrDefault("building", ""),
                form.getOrDefault("room", ""),
                form.getOrDefault("note", ""));
        var key = new CommandKey(me.getName(), "POST /c/" + code + "/orders", form.get("commandKey"), wish.toString());
        var placed = commands.once(
                key,
                String.class,
                () -> ordering.order(me.member(), code, wish).code().value());
        return "redirect:/orders/" + placed.value();
    }

    private static Map<UUID, Integer> quantities(Map<String, String> form) {
        var quantities = new HashMap<UUID, Integer>();
        form.forEach((name, typed) -> {
            if (name.startsWith("quantity-") && !typed.isBlank()) {
                quantities.put(product(name.substring("quantity-".length())), quantity(typed.strip()));
            }
        });
        return quantities;
    }

    private static UUID product(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound();
        }
    }

    private static int quantity(String typed) {
        if (!typed.matches("[0-9]{1,3}")) {
            throw new Invalid("quantities", "cycle-quantity", 999);
        }
        return Integer.parseInt(typed);
    }
}
