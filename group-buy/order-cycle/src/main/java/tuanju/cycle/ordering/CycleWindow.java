package tuanju.cycle.ordering;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tuanju.catalog.Catalog;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleView;
import tuanju.cycle.CycleView.MyOrder;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.editing.CycleChanges;
import tuanju.cycle.planning.CycleViews;
import tuanju.link.Links;
import tuanju.member.Household;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.payment.Payments;
import tuanju.price.Credits;
import tuanju.price.Price;

/** Puts together a cycle's page: its leader, its goods, what is chosen of them, and how it is paid. */
@Component
@RequiredArgsConstructor
class CycleWindow {

    private static final Household NOWHERE = new Household("", "", "", "");
    private static final int MOST_PIECES = 999;

    private final OrderCycles cycles;
    private final CycleProducts products;
    private final CyclePoints points;
    private final CycleViews views;
    private final CycleChanges changes;
    private final CycleSharing sharing;
    private final BasketPrices prices;
    private final CycleDifferences differences;
    private final Catalog catalog;
    private final Links links;
    private final Communities communities;
    private final Members members;
    private final Payments payments;
    private final ObjectProvider<Credits> credits;
    private final ObjectProvider<LeaderWords> words;

    /** Who looks at which cycle, null for who is not signed in. */
    record Looker(@Nullable SignedIn me, Code code, HttpServletRequest request) {

        @Nullable
        MemberId member() {
            return me == null ? null : me.member();
        }
    }

    /** Fills in the page; refuses with NotFound what this looker may not see. */
    String show(Looker looker, CycleBasket basket, Model model) {
        var cycle = cycles.visible(looker.code(), looker.member());
        var view = views.of(cycle, looker.member());
        var goods = view.isOrderable() ? products.forBuyer(cycle, looker.member()) : products.of(cycle);
        var changing = changing(view, basket);
        model.addAttribute("changing", changing);
        model.addAttribute("view", view);
        model.addAttribute("cycle", cycle);
        model.addAttribute("shelves", WindowShelf.of(shown(view, changing, goods)));
        model.addAttribute("prices", ShownPrice.prices(goods));
        model.addAttribute("points", points.of(cycle));
        model.addAttribute("introduction", changes.introduction(cycle));
        model.addAttribute("changes", changes.of(cycle));
        model.addAttribute("takesOrders", view.isOrderable());
        model.addAttribute("hasAction", view.isOrderable());
        model.addAttribute("back", "/");
        model.addAttribute("leader", members.card(cycle.leader()));
        model.addAttribute(
                "words",
                words.stream()
                        .flatMap(it -> it.of(cycle.community(), cycle.leader()).stream())
                        .findFirst()
                        .orElse(null));
        if (changing == null) {
            till(looker, cycle, basket, model);
            model.addAttribute("price", view.isOrderable() ? price(looker, cycle, goods, basket) : null);
        } else {
            model.addAttribute("basket", basket.changing(changing));
            model.addAttribute("hasAction", true);
            model.addAttribute("difference", difference(looker, cycle, changing, basket));
        }
        share(looker, cycle, goods, model);
        return "cycle/order";
    }

    /** What is chosen, reckoned; refuses with NotFound like the page. */
    String reckoned(Looker looker, CycleBasket basket, Model model) {
        var cycle = cycles.visible(looker.code(), looker.member());
        var goods = products.forBuyer(cycle, looker.member());
        model.addAttribute("price", price(looker, cycle, goods, basket));
        model.addAttribute("basket", basket);
        return "cycle/_price :: reckoned(price=${price},basket=${basket})";
    }

    /** The order that is changed on this page, while it may be; null where none is. */
    private static @Nullable MyOrder changing(CycleView view, CycleBasket basket) {
        return view.mine().stream()
                .filter(it -> it.isHeld() && view.isChangeable())
                .filter(it -> it.card().code().value().equals(basket.field("change")))
                .findFirst()
                .orElse(null);
    }

    /** Null while nothing else is wanted than before, or what was typed cannot be read. */
    private @Nullable CycleDifference difference(Looker looker, CycleCard cycle, MyOrder changing, CycleBasket basket) {
        var member = looker.member();
        try {
            return member == null
                    ? null
                    : differences.of(member, cycle, changing.card().code(), basket.kept());
        } catch (Invalid unreadable) {
            return null;
        }
    }

    private @Nullable Price price(Looker looker, CycleCard cycle, List<CycleProduct> goods, CycleBasket basket) {
        return prices.of(cycle, goods, basket, looker.member()).orElse(null);
    }

    /** Where the buyer lives and how they can pay. */
    private void till(Looker looker, CycleCard cycle, CycleBasket basket, Model model) {
        var member = looker.member();
        var door = member == null ? NOWHERE : members.contact(member).household();
        model.addAttribute("basket", basket.at(door));
        model.addAttribute("doorKnown", !basket.at(door).field("building").isBlank());
        model.addAttribute("providers", payments.providers());
        model.addAttribute("credit", member == null ? Money.ZERO : credit(member, cycle));
        model.addAttribute("brings", member != null);
    }

    private Money credit(MemberId member, CycleCard cycle) {
        return credits.stream()
                .map(it -> it.freeOf(member, cycle.community()))
                .findFirst()
                .orElse(Money.ZERO);
    }

    private void share(Looker looker, CycleCard cycle, List<CycleProduct> goods, Model model) {
        var community = communities.get(cycle.community());
        var openGraph = sharing.openGraph(
                cycle, goods.stream().map(CycleProduct::usually).toList(), community);
        var own = links.own(looker.me(), SharedCycle.KIND, looker.code());
        var sharer = links.sharer(looker.request(), looker.code(), looker.me());
        model.addAttribute("community", community);
        model.addAttribute("openGraph", openGraph);
        model.addAttribute("own", own);
        model.addAttribute("share", own.sheet(openGraph.title(), openGraph.description(), true));
        model.addAttribute("sharer", sharer.orElse(null));
    }

    private List<WindowGoods> shown(CycleView view, @Nullable MyOrder changing, List<CycleProduct> goods) {
        var skus =
                goods.stream().map(CycleProduct::sku).filter(Objects::nonNull).toList();
        var abouts = catalog.abouts(view.cycle().community(), skus);
        return goods.stream()
                .filter(it -> !it.isStopped() || changing != null && held(changing, it) > 0)
                .map(it -> new WindowGoods(
                        it,
                        it.sku() == null ? Catalog.About.NOTHING : abouts.getOrDefault(it.sku(), Catalog.About.NOTHING),
                        view.progress().crowd().of(it.id()),
                        changing == null ? most(view, it) : most(view, it) + held(changing, it)))
                .toList();
    }

    /** In boxfill only what the open case still takes. */
    private static int most(CycleView view, CycleProduct product) {
        if (!view.isOrderable()) {
            return 0;
        }
        int left = Objects.requireNonNullElse(product.left(), MOST_PIECES);
        boolean fillsCases = view.phase() == CycleView.Phase.BOXFILL;
        return (int) Math.min(left, fillsCases ? view.progress().room(product.id()) : MOST_PIECES);
    }

    /** What one has already can stay. */
    private static int held(MyOrder changing, CycleProduct product) {
        return changing.shares().stream()
                .filter(it -> it.product().equals(product.id()))
                .mapToInt(CycleView.MyShare::quantity)
                .sum();
    }
}
