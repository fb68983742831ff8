package tuanju.wallet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.money.Money;
import tuanju.money.SignedMoney;
import tuanju.payment.CreditRefunds;

/**
 * A member's credit with one community, and where each fen came from and went.
 *
 * @param locked what of the balance is set aside for orders
 * @param held for which
 * @param keeps whether differences stay by themselves
 * @param items what moved it, newest first
 * @param payouts what was asked back, newest first
 * @param next the last item shown, where there are more
 */
record Wallet(
        CommunityCard community,
        Money balance,
        Money locked,
        List<Held> held,
        boolean keeps,
        List<Item> items,
        List<Payout> payouts,
        @Nullable UUID next) {

    /**
     * Credit that came or went.
     *
     * @param order the order it is about
     */
    record Item(UUID id, Instant at, LotRows.Move reason, Code order, SignedMoney amount) {}

    /** Credit that is set aside for an order that waits for its money. */
    record Held(Code order, Money amount) {}

    /** Credit that was asked back. */
    record Payout(UUID id, Instant at, Money amount, CreditRefunds.Standing state) {}

    /** What can be asked back now. */
    public Money free() {
        return balance.minus(locked);
    }
}
