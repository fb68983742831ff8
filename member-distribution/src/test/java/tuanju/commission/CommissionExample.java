package tuanju.commission;

import static support.Patience.await;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.Jobs;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleRound;
import tuanju.cycle.ordering.OrderingByLink;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.link.Links;
import tuanju.link.Target;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.fulfilment.Handover;
import tuanju.referral.Referrers;

/** What tests of commissions share: a community, who recommends (0), who buys (1, 2), and a cycle. */
@ModuleTest
public abstract class CommissionExample {

    @Autowired
    protected Neighbourhoods neighbourhoods;

    @Autowired
    protected CycleRound round;

    @Autowired
    protected CycleProducts products;

    @Autowired
    protected OrderingByLink ordering;

    @Autowired
    protected Till till;

    @Autowired
    protected Links links;

    @Autowired
    protected Referrers referrers;

    @Autowired
    protected Handover handover;

    @Autowired
    protected Allowances allowances;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected Jobs jobs;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected JdbcClient jdbc;

    protected Neighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(4);
        referrers.accept(me(), home.id());
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    protected MemberId me() {
        return home.member(0);
    }

    protected Code link(CycleCard cycle) {
        return links.make(me(), new Target("cycle", cycle.code()), "");
    }

    /** One piece of each product for each number given, in their order. */
    protected Code placed(CycleCard cycle, int buyer, @Nullable Code link, int... pieces) {
        var offered = products.of(cycle);
        var wanted = new HashMap<UUID, Integer>();
        for (int at = 0; at < pieces.length; at++) {
            wanted.put(offered.get(at).id(), pieces[at]);
        }
        return ordering.order(home.member(buyer), cycle, wanted, Door.of("86", "80" + buyer), link);
    }

    /** The same paid, and what became of it heard. */
    protected Code paid(CycleCard cycle, int buyer, @Nullable Code link, int... pieces) {
        var order = placed(cycle, buyer, link, pieces);
        till.pay(home, home.member(buyer), order);
        heard();
        return order;
    }

    /** All that happened was heard; what had to wait for something earlier is not left to the clock. */
    protected void heard() {
        await().until(() -> {
            jobs.run("hear-again");
            return jdbc.sql("select count(*) from outbox_outstanding where listener_id like '%commission%'")
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }

    /** As the clock does after some days. */
    protected void settled(CycleCard cycle, Code... orders) {
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        round.settleAll(cycle);
        heard();
        round.arriveToday(cycle);
        for (var order : orders) {
            handover.collect(home.id(), id(order), home.leader());
            jdbc.sql(
                            "update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed' where code = ?")
                    .param(order.value())
                    .update();
        }
        jobs.run("earning-settle-completed");
    }

    protected OrderId id(Code order) {
        return new OrderId(till.idOf(order));
    }

    /** So much of a line goes back while its goods stay. */
    protected void givenBack(Code order, String product, String spec, Money amount, String key) {
        var less = new Allowance(AdjustmentKind.DAMAGED, product, spec, amount, "damaged-at-pickup", key);
        transaction.executeWithoutResult(
                status -> allowances.give(home.id(), id(order), less, new OrderChange(null, "damaged-at-pickup")));
    }

    protected long balance(Account.Kind kind) {
        var owner = referrers.account(me(), home.id()).orElseThrow();
        return ledger.balance(new Account(kind, owner)).fen();
    }

    protected List<Long> commissions() {
        return jdbc.sql("select fen from commission where community_id = ? order by placed_at, order_id")
                .param(home.id().value())
                .query(Long.class)
                .list();
    }
}
