package tuanju.cycle;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.catalog.Catalog;
import tuanju.catalog.SkuCard;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.community.PickupPoints;
import tuanju.member.SignedIn;
import tuanju.order.OrderBook;

/** A leader's day: what closes, what arrives, what to hand over; cycles, and a new one. */
@Controller
@RequestMapping("/lead")
@RequiredArgsConstructor
class LeaderPages {

    private static final int ROWS_TO_TYPE_IN = 4;

    private final OrderCycles cycles;
    private final CycleOpening opening;
    private final CycleClosing closing;
    private final CycleProducts products;
    private final Looks looks;
    private final OrderBook orders;
    private final Catalog catalog;
    private final Leaders leaders;
    private final PickupPoints points;
    private final Commands commands;
    private final Clock clock;

    @GetMapping
    String today(@AuthenticationPrincipal SignedIn me, Model model) {
        communities(me);
        var all = cycles.of(me.member());
        model.addAttribute("active", "today");
        model.addAttribute("closing", with(all, CycleStatus.OPEN));
        model.addAttribute("arriving", with(all, CycleStatus.CLOSED));
        model.addAttribute("handingOver", with(all, CycleStatus.ARRIVED));
        model.addAttribute("drafts", with(all, CycleStatus.DRAFT));
        return "cycle/today";
    }

    @GetMapping("/cycles")
    String all(@AuthenticationPrincipal SignedIn me, Model model) {
        communities(me);
        model.addAttribute("active", "cycles");
        model.addAttribute("cycles", cycles.of(me.member()));
        return "cycle/cycles";
    }

    @GetMapping("/cycles/new")
    String blank(@AuthenticationPrincipal SignedIn me, Model model, @RequestParam(defaultValue = "") String community) {
        var here = community(me, community);
        var today = clock.instant().atZone(here.zone()).toLocalDate();
        var tonight = today.atTime(21, 0);
        boolean late = clock.instant().isAfter(tonight.atZone(here.zone()).toInstant());
        LocalDateTime cutOff = late ? tonight.plusDays(1) : tonight;
        model.addAttribute("active", "cycles");
        model.addAttribute("communities", communities(me));
        model.addAttribute("community", here);
        model.addAttribute("skus", catalog.onSale(here.id()));
        model.addAttribute("points", points.ledBy(here.id(), me.member()));
        model.addAttribute("cutOff", cutOff);
        model.addAttribute("pickupFrom", cutOff.toLocalDate().plusDays(1).atTime(9, 0));
        model.addAttribute("pickupUntil", cutOff.toLocalDate().plusDays(1).atTime(20, 0));
        model.addAttribute("typedRows", ROWS_TO_TYPE_IN);
        return "cycle/new";
    }

    @PostMapping("/cycles")
    String open(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute CycleForm form,
            @RequestParam(required = false) String commandKey) {
        var here = community(me, CycleForm.text(form.community()));
        var key = new CommandKey(me.getName(), "POST /lead/cycles", commandKey, form.toString());
        var opened = commands.once(key, String.class, () -> open(me, here, form));
        return "redirect:/lead/cycles/" + opened.value();
    }

    @GetMapping("/cycles/{code}")
    String cycle(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var cycle = cycles.ledBy(me.member(), code);
        var sheets = orders.sheetsOf(cycle.community(), cycle.id());
        var byId = sheets.stream().collect(Collectors.toMap(sheet -> sheet.id().value(), Function.identity()));
        model.addAttribute("active", "cycles");
        model.addAttribute("cycle", cycle);
        model.addAttribute("steps", CycleSteps.of(cycle));
        model.addAttribute("products", products.of(cycle));
        model.addAttribute("orders", sheets);
        model.addAttribute("byId", byId);
        model.addAttribute("totals", orders.totalsOf(cycle.community(), cycle.id()));
        model.addAttribute(
                "looks",
                looks.open(cycle).stream()
                        .filter(look -> byId.containsKey(look.order()))
                        .collect(Collectors.groupingBy(Looks.Look::order, LinkedHashMap::new, Collectors.toList())));
        return "cycle/cycle";
    }

    @PostMapping("/cycles/{code}/status")
    String move(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam CycleStatus status,
            RedirectAttributes redirect) {
        closing.move(cycles.ledBy(me.member(), code), status);
        redirect.addFlashAttribute("flashOk", "cycle.moved." + status);
        return "redirect:/lead/cycles/" + code;
    }

    private String open(SignedIn me, CommunityCard here, CycleForm form) {
        var point = points.ledBy(here.id(), me.member()).stream()
                .filter(each -> each.id().equals(form.point()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var catalogue = catalog.onSale(here.id()).stream().collect(Collectors.toMap(SkuCard::sku, Function.identity()));
        var plan = form.plan(clock.instant(), here.zone(), PickupPlace.of(point), catalogue);
        return opening.open(me.member(), here.id(), plan).code().value();
    }

    /** Where this member leads; nobody else sees that there are pages for leaders. */
    private List<CommunityCard> communities(SignedIn me) {
        var led = leaders.communitiesLedBy(me.member());
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return led;
    }

    private CommunityCard community(SignedIn me, String shortCode) {
        var led = communities(me);
        return led.stream()
                .filter(each -> each.shortCode().equals(shortCode))
                .findFirst()
                .orElseGet(led::getFirst);
    }

    private static List<CycleCard> with(List<CycleCard> all, CycleStatus status) {
        return all.stream()
                .filter(cycle -> cycle.status() == status)
                .sorted(Comparator.comparing(CycleCard::cutOff))
                .toList();
    }
}
