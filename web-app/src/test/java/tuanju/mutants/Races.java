package tuanju.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Neighbourhoods;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Together;
import support.Together.Outcome;
import tuanju.catalog.ProductEditing;
import tuanju.catalog.SkuForm;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.order.WhenFull;
import tuanju.settlement.LeaderFee;
import tuanju.settlement.Settlement;
import tuanju.settlement.Settlements;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.joining.TeamOpening;

/** What many do at one moment, and what must be true after it: each is lost without one condition, key or lock. */
@TestComponent
@RequiredArgsConstructor
class Races {

    private static final int CROWD = 8;

    private final TeamNeighbourhoods neighbourhoods;
    private final TeamOpening opening;
    private final TeamJoining joining;
    private final ProductEditing products;
    private final Commands commands;
    private final Settlements settlements;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Till till;
    private final JdbcClient jdbc;

    /** Of a crowd that wants the last seat one sits, and the others are told so. */
    void oneSeatIsLeft() {
        var home = neighbourhoods.found(CROWD + 1, 2);
        var team = opening.open(home.member(CROWD), home.offer(), home.one())
                .team()
                .code();
        till.pay(home, home.member(CROWD), orderOf(home, CROWD));

        var outcomes = Together.run(crowd(number -> () ->
                joining.join(home.member(number), team, home.one()).order().code()));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        refusedInWords(outcomes);
        assertThat(count("select seats_taken from team where code = ?", team.value()))
                .isEqualTo(2);
    }

    /** Who sends the same wish from many windows sits once, and hears words in the others. */
    void oneSitsDownTwice() {
        var home = neighbourhoods.found(2, 9);
        var team = opening.open(home.member(0), home.offer(), home.one()).team().code();

        var outcomes = Together.run(crowd(number -> () -> joining.join(home.member(1), team, home.one())));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        refusedInWords(outcomes);
        assertThat(count("select seats_taken from team where code = ?", team.value()))
                .isEqualTo(2);
    }

    /** Three pieces are sold to three, and the others are told so. */
    void threePiecesAreLeft() {
        var home = neighbourhoods.found(CROWD, 2);
        neighbourhoods.stock(home, 3);

        var outcomes = Together.run(crowd(number -> () -> buy(home, number)));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(3);
        refusedInWords(outcomes);
    }

    /** Whoever may have three has three, in however many windows. */
    void oneBuysInManyWindows() {
        var home = neighbourhoods.found(1, 2);
        products.editSku(home.id(), home.sku(), new SkuForm("2斤", Neighbourhoods.ALONE_FEN, 3), home.leader());

        var outcomes = Together.run(crowd(number -> () -> buy(home, 0)));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(3);
        refusedInWords(outcomes);
    }

    /** One wish that is sent again and again at one moment has one effect. */
    void oneKeyIsSentByMany() {
        var key = new CommandKey(
                UUID.randomUUID().toString(), "POST things", UUID.randomUUID().toString(), "body");
        var effects = new AtomicInteger();

        var outcomes = Together.run(Collections.nCopies(
                CROWD,
                () -> commands.once(key, Integer.class, effects::incrementAndGet)
                        .value()));

        assertThat(effects).hasValue(1);
        refusedInWords(outcomes);
        assertThat(commands.once(key, Integer.class, effects::incrementAndGet).value())
                .isEqualTo(1);
    }

    /** An order that several settle at one moment is settled once, and its money is in one place. */
    void oneOrderIsSettledByMany() {
        var settled = taken();

        var outcomes = Together.run(Collections.nCopies(
                CROWD, Together.act(() -> transaction.executeWithoutResult(it -> settlements.settle(settled)))));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(balance(Account.Kind.SALES, settled)).isEqualTo(9_00);
    }

    /** Of a settled order many parts go back at one moment: what is kept is less by each of them. */
    void moneyGoesBackInManyParts() {
        var settled = taken();
        transaction.executeWithoutResult(it -> settlements.settle(settled));

        Together.run(Collections.nCopies(CROWD, Together.act(() -> giveBack(settled))));

        assertThat(count("select kept_fen from settlement where order_id = ?", settled.order()))
                .isEqualTo(10_00 - CROWD * 50);
    }

    private void giveBack(Settlement settled) {
        var community = settled.community();
        var flight = new Account(Account.Kind.REFUND_IN_FLIGHT, community.value());
        transaction.executeWithoutResult(
                it -> settlements.giveBack(community, settled.order(), UUID.randomUUID(), Money.ofFen(50), flight));
    }

    /** ¥10 of a customer who got their goods; a tenth of it is the leader's. */
    private Settlement taken() {
        var home = neighbourhoods.found(1, 2);
        var order = UUID.randomUUID();
        ledger.post(new Transfer(
                new Source("test", order, "captured"),
                new Account(Account.Kind.PROVIDER_CLEARING, home.id().value()),
                new Account(Account.Kind.CUSTOMER_FUNDS, home.id().value()),
                Money.ofFen(10_00)));
        var fee = new LeaderFee(new Percentage(1_000), Money.ofFen(10_00), Money.ZERO);
        return new Settlement(home.id(), order, home.leader(), fee, Money.ofFen(10_00), List.of());
    }

    private long balance(Account.Kind kind, Settlement settled) {
        return ledger.balance(new Account(kind, settled.community().value())).fen();
    }

    private Object buy(TeamNeighbourhood home, int member) {
        return opening.buyAlone(home.member(member), home.offer(), home.pieces(1, WhenFull.REFUND));
    }

    private Code orderOf(TeamNeighbourhood home, int member) {
        return jdbc.sql("select code from orders where buyer_id = ?")
                .param(home.member(member).value())
                .query((row, number) -> Code.read(row.getString(1)))
                .single();
    }

    private long count(String question, Object about) {
        return jdbc.sql(question).param(about).query(Long.class).single();
    }

    private static void refusedInWords(List<? extends Outcome<?>> outcomes) {
        assertThat(outcomes)
                .filteredOn(it -> !it.succeeded())
                .extracting(Outcome::refusal)
                .allSatisfy(it -> assertThat(it).isInstanceOf(Refusal.class));
    }

    private static <T> List<Callable<T>> crowd(IntFunction<Callable<T>> act) {
        return IntStream.range(0, CROWD).mapToObj(act).toList();
    }
}
