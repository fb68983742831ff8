package tuanju.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.community.Code;
import tuanju.ledger.Account;
import tuanju.money.Money;
import tuanju.order.book.OrderBook;
import tuanju.payment.Credit;
import tuanju.price.Tender;

@DisplayName("Orders that are paid in two ways, in any order of events")
class TendersTest extends WalletExample {

    private static final int EVENTS = 14;

    @Autowired
    private Credit credit;

    @Autowired
    private OrderBook orders;

    private final List<Code> under = new ArrayList<>();
    private int steps;

    /** What one order's payments took and gave back, by provider. */
    private record Moved(String provider, long taken, long back) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    @DisplayName(
            "I-L12 I-L14 I-L17 tenders are what is payable, none gives back more than it took, and in the end nothing is lost")
    void nothingIsLost(long seed) {
        var random = new Random(seed);
        wishes.prefer(me, home.id(), true);
        for (steps = 0; steps < EVENTS; steps++) {
            happen(random);
            under.forEach(this::addsUp);
        }
        under.forEach(this::giveAllBack);
        under.forEach(this::isAllBack);
        var left = wallet().balance();
        if (!left.isZero()) {
            payingOut.payOut(home.id(), me, left);
        }
        cards.giveBack(home.id());

        assertThat(wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(balance(Account.Kind.PROVIDER_CLEARING)).isZero();
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isZero();
    }

    private void happen(Random random) {
        int what = under.isEmpty() ? 0 : random.nextInt(4);
        switch (what) {
            case 0 -> order(random);
            case 1 -> wishes.prefer(me, home.id(), random.nextBoolean());
            default -> fewer(under.get(random.nextInt(under.size())), random);
        }
    }

    /** Some of it with credit, to the fen. */
    private void order(Random random) {
        var order = round.placed(home, cycle, 0, 1 + random.nextInt(6));
        var amount = orders.card(me, order).amount();
        var most = Math.min(wallet().free().fen(), amount.fen() - 1);
        var part = Money.ofFen(most <= 0 ? 0 : random.nextLong(most + 1));
        transaction.executeWithoutResult(
                status -> credit.setAside(home.id(), idOf(order).value(), me, part));
        cards.pay(me, order, amount.minus(part));
        under.add(order);
    }

    private void fewer(Code order, Random random) {
        int pieces = orders.card(me, order).pieces();
        if (pieces > 1) {
            keepPieces(order, 1 + random.nextInt(pieces - 1), "step-" + steps);
        }
    }

    private void addsUp(Code order) {
        var price = orders.detail(me, order).price();
        assertThat(price.tenders().stream().map(Tender::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(price.payable());
        assertThat(moved(order)).allMatch(it -> it.back() <= it.taken());
    }

    private void isAllBack(Code order) {
        assertThat(moved(order)).isNotEmpty().allMatch(it -> it.back() == it.taken());
    }

    private List<Moved> moved(Code order) {
        return jdbc.sql("""
                select p.provider, p.captured_fen, coalesce(sum(r.amount_fen), 0)::bigint as back
                from payment p left join refund r on r.community_id = p.community_id and r.payment_id = p.id
                    and r.reason <> 'credit-paid-back'
                where p.community_id = ? and p.order_id = ? group by p.id, p.provider, p.captured_fen
                """)
                .params(home.id().value(), idOf(order).value())
                .query((row, number) ->
                        new Moved(row.getString("provider"), row.getLong("captured_fen"), row.getLong("back")))
                .list();
    }
}
