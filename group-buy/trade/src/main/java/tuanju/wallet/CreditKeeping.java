package tuanju.wallet;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.Credit;

/**
 * Takes in what its buyer keeps here, sets it aside for orders, spends it, and takes back what they give back. Whoever moves
 * credit holds the order first, then the wallet, then the books.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class CreditKeeping implements Credit {

    private final WalletRows wallets;
    private final LotRows lots;
    private final HoldRows holds;

    @Override
    public boolean keeps(CommunityId community, UUID order, MemberId buyer) {
        return wallets.keeps(community, order, buyer);
    }

    @Override
    public Account account(CommunityId community, MemberId buyer) {
        return new Account(Account.Kind.WALLET, wallets.open(community, buyer));
    }

    @Override
    public void keep(CommunityId community, Account account, Stayed stayed) {
        lots.add(community, account.owner(), stayed);
    }

    @Override
    @Transactional(readOnly = true)
    public Money free(CommunityId community, MemberId member) {
        return wallets.free(community, member);
    }

    @Override
    @Transactional(readOnly = true)
    public Money setAside(CommunityId community, UUID order) {
        return holds.amount(community, order, List.of("HELD", "SPENT"));
    }

    @Override
    public Money everSetAside(CommunityId community, UUID order) {
        return holds.amount(community, order, List.of("HELD", "SPENT", "RELEASED"));
    }

    @Override
    public void setAside(CommunityId community, UUID order, MemberId buyer, Money amount) {
        release(community, order);
        if (amount.isZero()) {
            return;
        }
        var wallet = wallets.lock(community, buyer).orElseThrow(() -> new NotEnoughCredit(Money.ZERO));
        holds.hold(community, wallet, order, amount, Lot.cover(lots.free(community, wallet), amount));
    }

    @Override
    public void spend(CommunityId community, UUID order, UUID payment) {
        if (!holds.spend(community, order, payment)) {
            throw new IllegalStateException("No credit is set aside for order " + order);
        }
        holds.takeLots(community, order)
                .forEach(it -> lots.note(
                        community,
                        it.lot(),
                        LotRows.Move.SPENT,
                        order,
                        order,
                        -it.left().fen()));
    }

    @Override
    public void release(CommunityId community, UUID order) {
        holds.release(community, order).ifPresent(wallet -> {
            wallets.lock(community, wallet);
            holds.freeLots(community, order);
        });
    }

    @Override
    public void giveBack(CommunityId community, UUID order, UUID refund, Money amount) {
        var left = amount;
        for (var spent : holds.spent(community, order)) {
            var part = left.isMoreThan(spent.left()) ? spent.left() : left;
            if (!part.isZero()) {
                holds.giveBack(community, order, spent.lot(), part);
                lots.note(community, spent.lot(), LotRows.Move.GIVEN_BACK, refund, order, part.fen());
                left = left.minus(part);
            }
        }
        if (!left.isZero()) {
            throw new IllegalStateException("More credit would come back of order " + order + " than was spent on it");
        }
    }
}
