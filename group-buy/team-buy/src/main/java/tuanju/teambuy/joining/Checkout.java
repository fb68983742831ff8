package tuanju.teambuy.joining;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityCard;
import tuanju.community.PickupPointCard;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.price.Price;
import tuanju.teambuy.OfferCard;
import tuanju.teambuy.TeamCard;

/**
 * The checkout page: what is bought, from which team, at what price, and what can be chosen.
 *
 * @param team the team to join; null when opening one or buying alone
 * @param most pieces that can be asked for; 0 when sold out
 * @param point the chosen pickup point; null where the community has none open
 * @param price of one piece, to this buyer
 * @param cost how what is to be paid comes about
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
        Money price,
        Price cost,
        String commandKey) {

    /** The three ways to buy. */
    enum Kind {
        JOIN,
        OPEN,
        ALONE
    }

    /** What a piece costs on other days; null where it costs that. */
    public @Nullable Money usual() {
        return kind == Kind.ALONE && !price.equals(offer.alonePrice()) ? offer.alonePrice() : null;
    }

    public Money total() {
        return cost().toPay();
    }

    /** What one saves against buying alone, honestly: nothing when prices are the same. */
    public Money saved() {
        var alone = offer.alonePrice();
        return kind != Kind.ALONE && alone.isMoreThan(price())
                ? alone.minus(price()).times(quantity)
                : Money.ZERO;
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

    /** The page itself, to be asked again with other choices. */
    public String page() {
        return switch (kind) {
            case JOIN -> "/checkout/teams/" + code();
            case OPEN -> "/checkout/offers/" + code();
            case ALONE -> "/checkout/offers/" + code() + "/alone";
        };
    }

    /** Whether the buyer has something to bring along, so that the price is reckoned again when they change what they buy. */
    public boolean brings() {
        return cost.discounts().stream().anyMatch(it -> it.code() != null)
                || cost.unmet().stream().anyMatch(it -> it.code() != null);
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
