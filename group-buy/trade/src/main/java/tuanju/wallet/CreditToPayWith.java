package tuanju.wallet;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.price.Credits;

/** What quotes may count on. */
@Component
@RequiredArgsConstructor
class CreditToPayWith implements Credits {

    private final WalletRows wallets;

    @Override
    public Money freeOf(MemberId member, CommunityId community) {
        return wallets.free(community, member);
    }
}
