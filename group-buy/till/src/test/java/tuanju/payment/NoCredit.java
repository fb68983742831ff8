package tuanju.payment;

import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Nobody has credit or keeps any: what the payment tests pay goes back to where it came from. */
@Primary
@TestComponent
class NoCredit implements Credit {

    @Override
    public boolean keeps(CommunityId community, UUID order, MemberId buyer) {
        return false;
    }

    @Override
    public Account account(CommunityId community, MemberId buyer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keep(CommunityId community, Account account, Stayed stayed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Money free(CommunityId community, MemberId member) {
        return Money.ZERO;
    }

    @Override
    public Money setAside(CommunityId community, UUID order) {
        return Money.ZERO;
    }

    @Override
    public Money everSetAside(CommunityId community, UUID order) {
        return Money.ZERO;
    }

    @Override
    public void setAside(CommunityId community, UUID order, MemberId buyer, Money amount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void spend(CommunityId community, UUID order, UUID payment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(CommunityId community, UUID order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void giveBack(CommunityId community, UUID order, UUID refund, Money amount) {
        throw new UnsupportedOperationException();
    }
}
