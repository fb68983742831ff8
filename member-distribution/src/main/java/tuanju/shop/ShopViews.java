package tuanju.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.card.Card;
import tuanju.card.CardRef;
import tuanju.card.CardRef.Kind;
import tuanju.card.CardSearch;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Communities;
import tuanju.link.Links;
import tuanju.link.click.LinkResult;
import tuanju.member.Members;
import tuanju.membership.Membership;
import tuanju.membership.Memberships;
import tuanju.money.Money;

/** Puts together what a shop shows, what could stand in it, and what it brought. */
@Component
@RequiredArgsConstructor
class ShopViews {

    private static final int OFFERED = 30;

    private final ShopRows rows;
    private final Communities communities;
    private final Members members;
    private final Memberships memberships;
    private final Showcase showcase;
    private final Links links;

    /** As this viewer sees it. */
    ShopView of(Shop shop, Viewer viewer) {
        var said = rows.goods(shop);
        var cards = showcase.cards(viewer, said.stream().map(ShopGoods::ref).toList()).stream()
                .collect(Collectors.toMap(Card::ref, Function.identity()));
        var goods = said.stream()
                .flatMap(it -> Stream.ofNullable(cards.get(it.ref())).map(card -> new ShopView.Item(it, card)))
                .toList();
        var role = memberships
                .of(shop.owner(), shop.community())
                .filter(Membership::isActive)
                .map(Membership::role)
                .orElse(null);
        return new ShopView(
                shop,
                communities.get(shop.community()),
                members.card(shop.owner()),
                role,
                goods,
                said.stream().filter(it -> !cards.containsKey(it.ref())).toList());
    }

    /** What can be had there now and does not stand in it yet. */
    List<Card> offered(ShopView view) {
        var had = view.goods().stream().map(ShopView.Item::ref).collect(Collectors.<CardRef>toSet());
        var viewer = new Viewer(view.shop().owner());
        var offered = new ArrayList<Card>();
        for (var kind : List.of(Kind.OFFER, Kind.CYCLE)) {
            offered.addAll(
                    showcase.onOffer(kind, viewer, CardSearch.in(view.shop().community(), OFFERED)));
        }
        return offered.stream().filter(it -> !had.contains(it.ref())).toList();
    }

    /** What came of it, by all of its owner's links to it, also those they withdrew. */
    Brought brought(Shop shop) {
        var results = links.results(shop.owner(), shop.code());
        return new Brought(
                results.stream().mapToLong(LinkResult::clicks).sum(),
                results.stream().mapToInt(LinkResult::orders).sum(),
                results.stream().mapToInt(LinkResult::paid).sum(),
                results.stream().map(LinkResult::sum).reduce(Money.ZERO, Money::plus),
                results.stream().map(LinkResult::earned).reduce(Money.ZERO, Money::plus));
    }

    /**
     * What came of a shop.
     *
     * @param clicks how often it was opened
     * @param orders placed by it
     * @param paid those of them that somebody paid
     * @param sum what they paid, less what went back
     * @param earned what it earned its owner, also what is not theirs yet
     */
    record Brought(long clicks, int orders, int paid, Money sum, Money earned) {}
}
