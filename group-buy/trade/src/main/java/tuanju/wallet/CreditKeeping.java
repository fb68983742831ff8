package tuanju.wallet;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.member.MemberId;
import tuanju.payment.Credit;

/** Takes in what its buyer keeps here. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class CreditKeeping implements Credit {

    private final WalletRows wallets;
    private final LotRows lots;

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
}
