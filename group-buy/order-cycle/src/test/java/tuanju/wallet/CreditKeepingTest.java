package tuanju.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.invariant.Invariants;
import tuanju.ledger.Account;
import tuanju.money.Money;
import tuanju.payment.RefundCard;

@DisplayName("What goes back of an order")
class CreditKeepingTest extends WalletExample {

    @Autowired
    private Invariants invariants;

    @Test
    void goesBackToWhereItCameFromWhileNobodySaysOtherwise() {
        var order = paid();
        keepPieces(order, 4, "k1");

        assertThat(wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(throughProviders()).isEqualTo(20_00);
    }

    @Test
    @DisplayName("stays as credit where its buyer wishes: a missing piece, a broken box; and the books say so")
    void staysWhereItsBuyerWishes() {
        wishes.prefer(me, home.id(), true);
        var order = paid();
        keepPieces(order, 4, "k1");
        decide();
        allow(order, "3.25", "a1");
        allow(order, "3.25", "a1");

        assertThat(wallet().balance()).isEqualTo(Money.ofYuan("23.25"));
        assertThat(wallet().items())
                .extracting(it -> it.reason() + " " + it.order() + " " + it.amount())
                .containsExactly("KEPT " + order + " ¥3.25", "KEPT " + order + " ¥20.00");
        assertThat(throughProviders()).isZero();
        assertThat(refunds.of(home.id(), idOf(order).value())).allMatch(RefundCard::stayed);
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(76_75);
        assertThat(balance(Account.Kind.PROVIDER_CLEARING)).isEqualTo(-100_00);
        assertThat(balance(Account.Kind.REFUND_IN_FLIGHT)).isZero();
    }

    @Test
    void goesBackWholeHoweverMuchItsBuyerWouldKeep() {
        wishes.prefer(me, home.id(), true);
        giveAllBack(paid());

        assertThat(wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(throughProviders()).isEqualTo(100_00);
    }

    @Test
    @DisplayName(
            "money that was paid to the leader never becomes credit, whatever was wished, and of such an order nothing can be")
    void whatTheLeaderTookGoesBackByTheirHand() {
        wishes.prefer(me, home.id(), true);
        var order = round.paid(home, cycle, 0, 5);
        assertThatThrownBy(() -> wishes.wish(me, order, true)).isInstanceOf(CannotKeep.class);
        keepPieces(order, 4, "k1");

        assertThat(wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(throughProviders()).isEqualTo(20_00);
    }

    @ParameterizedTest
    @CsvSource({"true, false, 0", "false, true, 2000", "true, true, 2000"})
    void whatIsSaidOfOneOrderCountsBeforeWhatIsSaidOfAll(boolean all, boolean one, long fen) {
        wishes.prefer(me, home.id(), all);
        var order = paid();
        wishes.wish(me, order, !one);
        wishes.wish(me, order, one);
        keepPieces(order, 4, "k1");

        assertThat(wallet().balance().fen()).isEqualTo(fen);
    }

    @Test
    void isNothingToWishAboutBeforeItIsPaidOrOnceItIsGone() {
        var placed = round.placed(home, cycle, 0, 1);
        assertThatThrownBy(() -> wishes.wish(me, placed, true)).isInstanceOf(CannotKeep.class);
        var gone = paid();
        giveAllBack(gone);
        assertThatThrownBy(() -> wishes.wish(me, gone, true)).isInstanceOf(CannotKeep.class);
    }

    @Test
    @DisplayName("in the next community the same neighbour has no credit and keeps nothing")
    void staysInItsCommunity() {
        wishes.prefer(me, home.id(), true);
        keepPieces(paid(), 4, "k1");
        var elsewhere = neighbourhoods.found(1);

        assertThat(book.of(elsewhere.card(), me, null).balance()).isEqualTo(Money.ZERO);
        assertThat(book.of(elsewhere.card(), me, null).keeps()).isFalse();
        assertThat(book.of(home.card(), home.member(1), null).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I-L6 | update wallet_lot set left_fen = left_fen - 1, amount_fen = amount_fen where community_id = '%s'",
                "I-L17 | update wallet_lot set left_fen = -1 where community_id = '%s'",
                "I-L17 | update wallet_lot set held_fen = left_fen + 1 where community_id = '%s'",
                "I-L17 | delete from wallet_entry where community_id = '%s'",
                "I-L17 No credit | update payment set provider = 'offline' where community_id = '%s'",
                "I-L17 No credit | update refund set provider = 'sandbox' where community_id = '%s'"
            })
    @DisplayName("I-L6 I-L17 a planted violation is found")
    void aPlantedViolationIsFound(String claim, String sql) {
        wishes.prefer(me, home.id(), true);
        keepPieces(paid(), 4, "k1");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(
                            "alter table wallet_lot drop constraint wallet_lot_left, drop constraint wallet_lot_left_fen_check")
                    .update();
            jdbc.sql(sql.formatted(home.id().value())).update();
            assertThat(invariants.violations()).anyMatch(it -> it.claim().startsWith(claim));
            status.setRollbackOnly();
        });
    }
}
