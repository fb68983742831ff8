package tuanju.earning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tuanju.community.CommunityCard;
import tuanju.ledger.Account;
import tuanju.ledger.Account.Kind;
import tuanju.money.Money;
import tuanju.money.SignedMoney;

/**
 * Where a community's money is, as the ledger has it at one moment.
 *
 * @param owed what of it belongs to leaders
 * @param shares what of it belongs, or was paid, to others for settled orders
 * @param credit what of it buyers keep there to spend, or to have back
 */
record Books(
        CommunityCard community,
        Map<Account, SignedMoney> balances,
        List<ToLeader> owed,
        SignedMoney shares,
        SignedMoney credit) {

    Books {
        balances = Map.copyOf(balances);
        owed = List.copyOf(owed);
    }

    /** What the community owes one of its leaders. */
    record ToLeader(String name, int orders, Money fee) {}

    /** Taken and not given back: what providers, or people who took cash, keep for the community. */
    public SignedMoney atProviders() {
        return SignedMoney.ZERO.minus(of(Kind.PROVIDER_CLEARING));
    }

    /** Of orders that are not completed. */
    public SignedMoney customers() {
        return of(Kind.CUSTOMER_FUNDS);
    }

    public SignedMoney sales() {
        return of(Kind.SALES);
    }

    public SignedMoney goingBack() {
        return of(Kind.REFUND_IN_FLIGHT);
    }

    public SignedMoney undecided() {
        return of(Kind.EXCEPTIONS);
    }

    public Money leaders() {
        return owed.stream().map(ToLeader::fee).reduce(Money.ZERO, Money::plus);
    }

    /** Whether every fen that was taken is in exactly one place. */
    public boolean addsUp() {
        var places =
                customers().plus(sales()).plus(goingBack()).plus(undecided()).plus(credit);
        return places.plus(SignedMoney.of(leaders())).plus(shares).equals(atProviders());
    }

    private SignedMoney of(Kind kind) {
        return Optional.ofNullable(balances.get(new Account(kind, community.id().value())))
                .orElse(SignedMoney.ZERO);
    }
}
