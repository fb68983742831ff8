package tuanju.wallet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.ledger.Account;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.CreditRefunds;

/** Pays credit back, at any time, only to where it came from. */
@Component
@RequiredArgsConstructor
class PayingOut {

    private final JdbcClient jdbc;
    private final WalletRows wallets;
    private final LotRows lots;
    private final CreditRefunds refunds;

    /**
     * Sends this much of what is free back, of the longest paid first; answers the payout's id. Refuses with NotEnoughCredit
     * (409) more than is free, with Invalid nothing.
     */
    @Transactional
    UUID payOut(CommunityId community, MemberId member, Money amount) {
        if (amount.isZero()) {
            throw new Invalid("amountFen", "payout-of-something");
        }
        var wallet = wallets.lock(community, member).orElseThrow(() -> new NotEnoughCredit(Money.ZERO));
        var parts = Lot.cover(lots.free(community, wallet), amount);
        var payout = Ids.next();
        jdbc.sql("insert into wallet_payout (community_id, id, wallet_id, amount_fen) values (?, ?, ?, ?)")
                .params(community.value(), payout, wallet, amount.fen())
                .update();
        parts.forEach(it -> lots.take(community, it, payout));
        refunds.send(community, payout, new Account(Account.Kind.WALLET, wallet), byOrigin(parts));
        return payout;
    }

    /** What came from one payment goes back to it as one refund. */
    private static LinkedHashMap<CreditRefunds.Origin, Money> byOrigin(List<Lot.Part> parts) {
        return parts.stream()
                .collect(Collectors.toMap(it -> it.lot().origin(), Lot.Part::amount, Money::plus, LinkedHashMap::new));
    }
}
