package tuanju.teambuy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.price.Price;
import tuanju.price.Tender;

/**
 * The checkout page: what is bought, from which team, at what price, and what can be chosen.
 *
 * @param team the team to join; null when opening one or buying alone
 * @param most pieces that can be asked for; 0 when sold out
 * @param point the chosen pickup point; null where the community has none open
 * @param commandKey makes two taps one order
 */
record Checkout(
        Kind kind,
        OfferCard offer,
        @Nullable TeamCard team,
        CommunityCard community,
        List<PickupPointCard> points,
        List<String> providers,
        int most,
        int quantity,
        @Nullable UUID point,
        WhenFull whenFull,
        String note,
        String commandKey) {

    /** The three ways to buy. */
    enum Kind {
        JOIN,
        OPEN,
        ALONE
    }

    /** The price of one piece. */
    public Money price() {
        if (kind == Kind.ALONE) {
            return offer.alonePrice();
        }
        return team == null ? offer.price() : team.price();
    }

    public Money total() {
        return cost().payable();
    }

    /** How what is to be paid comes about. */
    public Price cost() {
        return Price.of(price().times(quantity), List.of(), Tender.Kind.PROVIDER);
    }

    /** What one saves against buying alone, honestly: nothing when prices are the same. */
    public Money saved() {
        var alone = offer.alonePrice();
        return alone.isMoreThan(price()) ? alone.minus(price()).times(quantity) : Money.ZERO;
    }

    /** Where the form goes. */
    public String action() {
        return switch (kind) {
            case JOIN -> "/t/" + code() + "/seats";
            case OPEN -> "/o/" + code() + "/teams";
            case ALONE -> "/o/" + code() + "/orders";
        };
    }

    /** What it is bought from: the team's page or the offer's. */
    public String origin() {
        return (kind == Kind.JOIN ? "/t/" : "/o/") + code();
    }

    public boolean soldOut() {
        return most < 1 || point == null;
    }

    /** Opening cannot find the own team full; joining can. */
    public boolean asksWhenFull() {
        return kind == Kind.JOIN;
    }

    private String code() {
        return (team == null ? offer.code() : team.code()).value();
    }
}
