package tuanju.earning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.ledger.Ledger;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.money.Money;
import tuanju.money.SignedMoney;
import tuanju.settlement.FeesOwed;
import tuanju.wallet.CreditOwed;

/** Opens the books of every community, all of one moment so that they add up. */
@Component
@RequiredArgsConstructor
class Bookkeeping {

    private final Communities communities;
    private final Ledger ledger;
    private final FeesOwed owed;
    private final CreditOwed credits;
    private final Members members;

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Books> all() {
        var found = communities.all();
        var balances = ledger.balances(found.stream().map(it -> it.id().value()).toList());
        var fees = owed.all();
        var shares = owed.shares();
        var commissions = ledger.commissions();
        var credit = credits.all();
        var people = members.cards(fees.stream().map(FeesOwed.Owed::leader).toList());
        var leaders = fees.stream()
                .collect(Collectors.groupingBy(
                        FeesOwed.Owed::community, Collectors.mapping(it -> toLeader(it, people), Collectors.toList())));
        return found.stream()
                .map(it -> new Books(
                        it,
                        balances,
                        leaders.getOrDefault(it.id(), List.of()),
                        SignedMoney.of(shares.getOrDefault(it.id(), Money.ZERO))
                                .plus(commissions.getOrDefault(it.id().value(), SignedMoney.ZERO)),
                        credit.getOrDefault(it.id(), SignedMoney.ZERO)))
                .toList();
    }

    private static Books.ToLeader toLeader(FeesOwed.Owed fee, Map<MemberId, MemberCard> people) {
        var card = people.get(fee.leader());
        return new Books.ToLeader(card == null ? "" : card.name(), fee.orders(), fee.fee());
    }
}
