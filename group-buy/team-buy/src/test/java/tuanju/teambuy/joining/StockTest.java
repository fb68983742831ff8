package tuanju.teambuy.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhoods;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Together;
import tuanju.catalog.Catalog;
import tuanju.catalog.OverLimit;
import tuanju.catalog.ProductEditing;
import tuanju.catalog.SkuForm;
import tuanju.catalog.SkuStock;
import tuanju.catalog.SoldOut;
import tuanju.catalog.StillReserved;
import tuanju.catalog.Stocking;
import tuanju.order.WhenFull;
import tuanju.order.life.PlacedOrder;

@ModuleTest
class StockTest {

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    ProductEditing editing;

    @Autowired
    Stocking stocking;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(50, 2);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("§3.3 nr 3: the last piece can be bought by the one who reserved it")
    void theLastPieceCanBeBought() {
        neighbourhoods.stock(home, 1);
        buy(0, 1);
        assertThat(left()).isZero();
        assertThatExceptionOfType(SoldOut.class).isThrownBy(() -> buy(1, 1));
    }

    @Test
    void aRefusedBuyerHoldsNothing() {
        neighbourhoods.stock(home, 2);
        assertThatExceptionOfType(SoldOut.class).isThrownBy(() -> buy(0, 3));
        buy(0, 2);
    }

    @Test
    @DisplayName("I-S3 nobody holds more pieces than each may, over all their orders")
    void nobodyHoldsMoreThanEachMay() {
        editing.editSku(home.id(), home.sku(), new SkuForm("2斤", Neighbourhoods.ALONE_FEN, 3), home.leader());
        buy(0, 2);
        assertThatExceptionOfType(OverLimit.class)
                .isThrownBy(() -> buy(0, 2))
                .satisfies(refused -> assertThat(refused.getArguments()).containsExactly(3));
        buy(0, 1);
        buy(1, 3);
    }

    @Test
    @DisplayName("I-S3 also when one member orders in many windows at once")
    void theLimitHoldsInParallel() {
        editing.editSku(home.id(), home.sku(), new SkuForm("2斤", Neighbourhoods.ALONE_FEN, 3), home.leader());
        var outcomes = Together.run(buyers(10, number -> 0));
        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(3);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.refusal() instanceof OverLimit);
    }

    @Test
    @DisplayName("R-08 fifty buyers for the last ten pieces while an operator adds five: fifteen sold, nothing lost")
    void sellsNoPieceTwiceWhileStockIsEdited() {
        neighbourhoods.stock(home, 10);
        var acts = new ArrayList<Callable<Object>>();
        buyers(50, number -> number).forEach(buyer -> acts.add(buyer::call));
        for (int i = 0; i < 5; i++) {
            acts.add(10 * i, () -> {
                stocking.adjust(home.id(), home.sku(), 1, home.leader());
                return true;
            });
        }
        var sold = Together.run(acts).stream()
                .filter(outcome -> outcome.value() instanceof PlacedOrder)
                .count();
        assertThat(sold).isBetween(10L, 15L);
        assertThat(left()).isEqualTo((int) (15 - sold));
        assertThat(stock().onHand()).isEqualTo(15);
    }

    @Test
    @DisplayName("R-08 an operator cannot take away what orders hold")
    void whatOrdersHoldCannotBeTakenAway() {
        neighbourhoods.stock(home, 10);
        buy(0, 4);
        assertThatExceptionOfType(StillReserved.class)
                .isThrownBy(() -> stocking.adjust(home.id(), home.sku(), -7, home.leader()));
        stocking.adjust(home.id(), home.sku(), -6, home.leader());
        assertThat(left()).isZero();
    }

    @Test
    void whatIsNotCountedNeverSellsOut() {
        buy(0, 99);
        buy(1, 99);
        assertThat(catalog.sku(home.id(), home.sku()).left()).isNull();
    }

    private List<Callable<PlacedOrder>> buyers(int number, IntUnaryOperator member) {
        var buyers = new ArrayList<Callable<PlacedOrder>>();
        for (int i = 0; i < number; i++) {
            int who = member.applyAsInt(i);
            buyers.add(() -> buy(who, 1));
        }
        return buyers;
    }

    private PlacedOrder buy(int member, int pieces) {
        return opening.buyAlone(home.member(member), home.offer(), home.pieces(pieces, WhenFull.REFUND));
    }

    private int left() {
        var left = catalog.sku(home.id(), home.sku()).left();
        return left == null ? -1 : left;
    }

    private SkuStock stock() {
        return catalog.products(home.id()).getFirst().skus().getFirst();
    }
}
