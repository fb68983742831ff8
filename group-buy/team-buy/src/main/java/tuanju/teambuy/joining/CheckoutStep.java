package tuanju.teambuy.joining;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.CommandKey;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.teambuy.joining.Checkout.Kind;

/**
 * One checkout: which way to buy, from which team or offer, and what was chosen so far.
 *
 * @param code of the team when joining, else of the offer
 */
record CheckoutStep(Kind kind, Code code, CheckoutForm form) {

    /** The page itself. */
    String page() {
        return switch (kind) {
            case JOIN -> "/checkout/teams/" + code;
            case OPEN -> "/checkout/offers/" + code;
            case ALONE -> "/checkout/offers/" + code + "/alone";
        };
    }

    /** The page with what was chosen, to come back to. */
    String path() {
        return form.backTo(page());
    }

    /** With a note that was written before signing in. */
    CheckoutStep with(String note) {
        return new CheckoutStep(kind, code, form.with(note));
    }

    SeatRequest request() {
        return form.request(Checkouts.otherwise(kind));
    }

    /** The same choice of the same person from the same page is the same command. */
    CommandKey key(CommandKey sent, SeatRequest request) {
        return new CommandKey(sent.principal(), route(), sent.key(), request.toString());
    }

    /**
     * A key for the page that is the same in two tabs and after the back button, until an order has come of it: then
     * buying again is a new wish.
     */
    String nextKey(MemberId member, @Nullable Code latestOrder) {
        var wish = member.value() + " " + route() + " " + latestOrder;
        return UUID.nameUUIDFromBytes(wish.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String route() {
        return "POST"
                + switch (kind) {
                    case JOIN -> " t/" + code + "/seats";
                    case OPEN -> " o/" + code + "/teams";
                    case ALONE -> " o/" + code + "/orders";
                };
    }
}
