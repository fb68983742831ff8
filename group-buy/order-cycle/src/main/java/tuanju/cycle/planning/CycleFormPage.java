package tuanju.cycle.planning;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tuanju.catalog.Catalog;
import tuanju.catalog.ProductCard;
import tuanju.catalog.ProductId;
import tuanju.catalog.SkuCard;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;

/** The page with the form of a cycle, over the catalogue and the leader's pickup points as they are now. */
@Component
@RequiredArgsConstructor
class CycleFormPage {

    private final OrderCycles cycles;
    private final Catalog catalog;
    private final Leaders leaders;
    private final OwnPoints points;
    private final Clock clock;

    Instant now() {
        return clock.instant();
    }

    String show(MemberId leader, CommunityCard here, CycleForm form, Model model) {
        var skus = catalog.onSale(here.id());
        var own = points.of(leader, here.id());
        model.addAttribute("active", "cycles");
        model.addAttribute("communities", leaders.communitiesLedBy(leader));
        model.addAttribute("community", here);
        model.addAttribute("skus", skus);
        model.addAttribute("categories", categories(here));
        model.addAttribute("last", last(leader, here));
        model.addAttribute("hasAction", !own.isEmpty());
        model.addAttribute("points", own);
        model.addAttribute("visibilities", Visibility.choices());
        model.addAttribute("form", form.over(skus).at(own));
        return "cycle/new";
    }

    /** What kind of goods each product is; those of no kind are left out. */
    private Map<ProductId, String> categories(CommunityCard here) {
        return catalog.products(here.id()).stream()
                .filter(it -> !it.category().isEmpty())
                .collect(Collectors.toMap(ProductCard::id, ProductCard::category));
    }

    /** The cycle that would be sold once more: the latest of theirs here that opened. */
    private @Nullable CycleCard last(MemberId leader, CommunityCard here) {
        return cycles.of(leader).stream()
                .filter(it -> it.community().equals(here.id()) && it.status() != CycleStatus.DRAFT)
                .findFirst()
                .orElse(null);
    }

    /** The same with more rows to type in, at the first of them; nothing is kept yet. */
    String more(MemberId leader, CommunityCard here, CycleForm form, Model model) {
        model.addAttribute("begin", form.firstEmpty());
        return show(leader, here, form, model);
    }

    /** The form with a row for each product of the catalogue, as its key knows it. */
    CycleForm whole(CycleForm typed, CommunityCard here) {
        return typed.over(catalog.onSale(here.id()));
    }

    CyclePlan plan(MemberId leader, CommunityCard here, CycleForm form) {
        var own = points.of(leader, here.id());
        var catalogue = catalog.onSale(here.id()).stream().collect(Collectors.toMap(SkuCard::sku, Function.identity()));
        return form.plan(clock.instant(), here.zone(), own, catalogue);
    }
}
