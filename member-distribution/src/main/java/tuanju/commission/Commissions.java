package tuanju.commission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.SignedMoney;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.life.CompletedOrders;
import tuanju.referral.Referrers;

/** What a referrer earned, and by what. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Commissions {

    private final JdbcClient jdbc;
    private final CommissionRows rows;
    private final Referrers referrers;
    private final Ledger ledger;
    private final OrderBook book;
    private final CompletedOrders completed;

    /**
     * In all communities.
     *
     * @param pending of orders that are paid and not settled, or settled while a person looks
     * @param vested theirs, and not paid out yet
     * @param debt what they were paid for sales that came back since
     */
    record Sums(Money pending, Money vested, Money paid, Money debt) {}

    /** Which of them: in a state, or those that a person looks at. */
    enum Picked {
        PENDING,
        CONFIRMED,
        VESTED,
        REVIEW
    }

    /** Newest first, after this order, in one state or in all. */
    List<EarnedLines> of(MemberId referrer, @Nullable Picked state, @Nullable Code after, int limit) {
        var found = rows.with(jdbc.sql(CommissionRows.COMMISSION + """
            where c.referrer_id = :referrer and (:state::text is null
                    or c.review is distinct from 'REFUSED' and case when c.review = 'OPEN' then 'REVIEW' else c.state end = :state)
                and (:after::text is null or (c.placed_at, c.order_id) < (
                    select a.placed_at, a.order_id from commission a where a.referrer_id = :referrer and a.order_code = :after))
            order by c.placed_at desc, c.order_id desc limit :limit
            """)
                .param("referrer", referrer.value())
                .param("state", state == null ? null : state.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(CommissionRows::read)
                .list());
        return dated(found);
    }

    /** One, with when it vests. */
    EarnedLines dated(Commission one) {
        return dated(List.of(one)).getFirst();
    }

    private List<EarnedLines> dated(List<Commission> found) {
        Map<OrderId, OrderSheet> orders = found.stream()
                .collect(Collectors.groupingBy(
                        Commission::community, Collectors.mapping(Commission::order, Collectors.toList())))
                .entrySet()
                .stream()
                .flatMap(it -> book.sheetsOf(it.getKey(), it.getValue()).stream())
                .collect(Collectors.toMap(OrderSheet::id, it -> it));
        return found.stream()
                .map(it -> {
                    var order = orders.get(it.order());
                    var collected = order == null ? null : order.collectedAt();
                    return new EarnedLines(it, collected == null ? null : collected.plus(completed.completedAfter()));
                })
                .toList();
    }

    Sums sums(MemberId referrer) {
        var accounts = referrers.accounts(referrer);
        var balances = accounts.isEmpty() ? Map.<Account, SignedMoney>of() : ledger.balances(accounts);
        var pending = jdbc.sql("""
            select coalesce(sum(fen), 0) from commission
            where referrer_id = :referrer and (state <> 'VESTED' or review = 'OPEN') and review is distinct from 'REFUSED'
            """)
                .param("referrer", referrer.value())
                .query(Long.class)
                .single();
        var booked = jdbc.sql("select coalesce(sum(booked_fen), 0) from commission where referrer_id = :referrer")
                .param("referrer", referrer.value())
                .query(Long.class)
                .single();
        long vested = sum(balances, Account.Kind.COMMISSION);
        long debt = -sum(balances, Account.Kind.COMMISSION_DEBT);
        return new Sums(
                Money.ofFen(pending),
                Money.ofFen(vested),
                Money.ofFen(Math.max(booked - vested + debt, 0)),
                Money.ofFen(debt));
    }

    /** The links that earned most, at most so many. */
    List<Code> bestLinks(MemberId referrer, int most) {
        return jdbc.sql("""
            select link_code from commission
            where referrer_id = :referrer and review is distinct from 'REFUSED'
            group by link_code order by sum(fen) desc, link_code limit :most
            """)
                .param("referrer", referrer.value())
                .param("most", most)
                .query((row, number) -> new Code(row.getString("link_code")))
                .list();
    }

    /** Of one community, whatever became of it. */
    Optional<Commission> find(CommunityId community, UUID order) {
        return rows.find(community, new OrderId(order));
    }

    private static long sum(Map<Account, SignedMoney> balances, Account.Kind kind) {
        return balances.entrySet().stream()
                .filter(it -> it.getKey().kind() == kind)
                .mapToLong(it -> it.getValue().fen())
                .sum();
    }
}
