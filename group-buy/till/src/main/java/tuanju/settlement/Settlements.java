package tuanju.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;

/**
 * Books orders as settled, and money that goes back from where it is. Both join the caller's transaction, which holds the
 * order's payment locked, so that they wait for each other; both touch busy accounts: call them last.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class Settlements {

    private final JdbcClient jdbc;
    private final ShareRows shares;
    private final Ledger ledger;
    private final ObjectProvider<SharesByLine> byLine;

    /** What is kept becomes the community's, and the fee is owed to the leader. Twice is once. */
    public void settle(Settlement settlement) {
        int settled = jdbc.sql("""
                        insert into settlement (community_id, order_id, leader_id, basis_points, kept_fen, paid_fen,
                            discount_fen)
                        values (:community, :order, :leader, :share, :kept, nullif(:paid, 0), :discount)
                        on conflict do nothing
                        """)
                .param("community", settlement.community().value())
                .param("order", settlement.order())
                .param("leader", settlement.leader().value())
                .param("share", settlement.terms().share().basisPoints())
                .param("kept", settlement.kept().fen())
                .param("paid", settlement.terms().paid().fen())
                .param("discount", settlement.terms().discount().fen())
                .update();
        if (settled == 1) {
            shares.insert(settlement);
            var booked = new ArrayList<>(List.of(
                    earned(settlement.community(), settlement.order(), settlement.kept()),
                    fee("order", settlement.order(), settlement, settlement.fee())));
            settlement.shares().forEach(it -> booked.add(share(settlement, it)));
            byLine.forEach(it -> booked.addAll(it.settled(settlement.community(), settlement.order())));
            post(booked);
        }
    }

    /**
     * Time that was sold and is over: what is kept becomes the community's, and nobody has a fee or a share of it. Twice is once.
     *
     * @param sold the id under which it was paid
     */
    public void settleTime(CommunityId community, UUID sold, MemberId seller, Money kept) {
        int settled = jdbc.sql("""
                        insert into settlement (community_id, order_id, leader_id, basis_points, kept_fen, sold)
                        values (:community, :sold, :seller, 0, :kept, 'TIME')
                        on conflict do nothing
                        """)
                .param("community", community.value())
                .param("sold", sold)
                .param("seller", seller.value())
                .param("kept", kept.fen())
                .update();
        if (settled == 1) {
            post(List.of(earned(community, sold, kept)));
        }
    }

    /** Whether an order is settled already; one that is settled meanwhile is not seen yet. */
    public boolean isSettled(CommunityId community, UUID order) {
        return jdbc.sql("select exists (select from settlement where community_id = :community and order_id = :order)")
                .param("community", community.value())
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    /**
     * This much of an order goes back into this account: from its customer's money, or once it is settled from what was
     * earned.
     */
    public void giveBack(CommunityId community, UUID order, UUID refund, Money amount, Account to) {
        var settled = lock(community, order);
        var booked = new ArrayList<Transfer>();
        byLine.forEach(it -> booked.addAll(it.givenBack(community, order, refund)));
        var from = settled.isPresent() ? Account.Kind.SALES : Account.Kind.CUSTOMER_FUNDS;
        var back = new Transfer(
                new Source("refund", refund, "requested"), new Account(from, community.value()), to, amount);
        if (settled.isEmpty()) {
            booked.add(back);
            post(booked);
            return;
        }
        var before = settled.get();
        var after = before.less(amount);
        var less = shares.keep(after);
        var fee = fee("refund", refund, before, before.fee().minus(after.fee()));
        // in one booking: what was earned may be less than what goes back until the fee's part is there again
        booked.add(new Transfer(fee.source(), fee.credit(), fee.debit(), fee.amount()));
        less.forEach(it ->
                booked.add(new Transfer(step("refund", refund, it.account()), it.account(), fee.debit(), it.by())));
        booked.add(back);
        post(booked);
    }

    private Optional<Settlement> lock(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select leader_id, basis_points, kept_fen, coalesce(paid_fen, 0) as paid_fen, discount_fen
                        from settlement
                        where community_id = :community and order_id = :order for no key update
                        """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> new Settlement(
                        community,
                        order,
                        new MemberId(row.getObject("leader_id", UUID.class)),
                        new LeaderFee(
                                new Percentage(row.getInt("basis_points")),
                                Money.ofFen(row.getLong("paid_fen")),
                                Money.ofFen(row.getLong("discount_fen"))),
                        Money.ofFen(row.getLong("kept_fen")),
                        List.of()))
                .optional();
    }

    private static Transfer earned(CommunityId community, UUID order, Money kept) {
        return new Transfer(
                new Source("order", order, "settled"),
                new Account(Account.Kind.CUSTOMER_FUNDS, community.value()),
                new Account(Account.Kind.SALES, community.value()),
                kept);
    }

    private static Transfer fee(String type, UUID id, Settlement settlement, Money amount) {
        return new Transfer(
                new Source(type, id, "fee"),
                new Account(Account.Kind.SALES, settlement.community().value()),
                new Account(Account.Kind.LEADER_FEES, settlement.leader().value()),
                amount);
    }

    private static Transfer share(Settlement of, Share share) {
        return new Transfer(
                step("order", of.order(), share.account()),
                new Account(Account.Kind.SALES, of.community().value()),
                share.account(),
                share.of(of.kept()));
    }

    /** An order has one fee and may have several shares. */
    private static Source step(String type, UUID id, Account account) {
        return new Source(type, id, "share-" + account.kind() + "-" + account.owner());
    }

    /** Nothing is booked of what is nothing. */
    private void post(List<Transfer> transfers) {
        var booked = transfers.stream().filter(it -> !it.amount().isZero()).toList();
        if (!booked.isEmpty()) {
            ledger.post(booked.toArray(Transfer[]::new));
        }
    }
}
