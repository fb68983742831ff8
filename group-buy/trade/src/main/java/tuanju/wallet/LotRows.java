package tuanju.wallet;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.money.Money;
import tuanju.payment.Credit.Stayed;
import tuanju.payment.CreditRefunds.Origin;

/** Credit by its origin, and everything that moved it, in the database. */
@Component
@RequiredArgsConstructor
class LotRows {

    private final JdbcClient jdbc;

    /** Why credit moved. */
    enum Move {
        KEPT,
        PAID_OUT,
        SPENT,
        GIVEN_BACK
    }

    /** What has something free, the longest paid first: it is the first that its provider takes back no more. */
    List<Lot> free(CommunityId community, UUID wallet) {
        return jdbc.sql("""
                select id, payment_id, order_id, provider, captured_at, left_fen - held_fen as free_fen from wallet_lot
                where community_id = :community and wallet_id = :wallet and left_fen > held_fen
                order by captured_at, id
                """)
                .param("community", community.value())
                .param("wallet", wallet)
                .query((row, number) -> new Lot(
                        row.getObject("id", UUID.class),
                        new Origin(
                                row.getObject("payment_id", UUID.class),
                                row.getObject("order_id", UUID.class),
                                row.getString("provider"),
                                row.getTimestamp("captured_at").toInstant()),
                        Money.ofFen(row.getLong("free_fen"))))
                .list();
    }

    void add(CommunityId community, UUID wallet, Stayed stayed) {
        var lot = Ids.next();
        jdbc.sql("""
                insert into wallet_lot (community_id, id, wallet_id, refund_id, payment_id, order_id, provider, captured_at,
                    amount_fen, left_fen)
                values (:community, :lot, :wallet, :refund, :payment, :order, :provider, :captured, :fen, :fen)
                """)
                .param("community", community.value())
                .param("lot", lot)
                .param("wallet", wallet)
                .param("refund", stayed.refund())
                .param("payment", stayed.payment())
                .param("order", stayed.order())
                .param("provider", stayed.provider())
                .param("captured", Timestamp.from(stayed.captured()))
                .param("fen", stayed.amount().fen())
                .update();
        note(
                community,
                lot,
                Move.KEPT,
                stayed.refund(),
                stayed.order(),
                stayed.amount().fen());
    }

    /** Takes this out for good, only while it is free. */
    void take(CommunityId community, Lot.Part part, UUID payout) {
        int taken = jdbc.sql("""
                update wallet_lot set left_fen = left_fen - :fen
                where community_id = :community and id = :lot and left_fen - held_fen >= :fen
                """)
                .param("fen", part.amount().fen())
                .param("community", community.value())
                .param("lot", part.lot().id())
                .update();
        if (taken == 0) {
            throw new NotEnoughCredit(Money.ZERO);
        }
        note(
                community,
                part.lot().id(),
                Move.PAID_OUT,
                payout,
                part.lot().origin().order(),
                -part.amount().fen());
    }

    void note(CommunityId community, UUID lot, Move move, UUID source, UUID order, long fen) {
        jdbc.sql("""
                insert into wallet_entry (community_id, id, wallet_id, lot_id, kind, source_id, order_id, fen)
                select community_id, :id, wallet_id, id, :move, :source, :order, :fen from wallet_lot
                where community_id = :community and id = :lot
                """)
                .param("id", Ids.next())
                .param("move", move.name())
                .param("source", source)
                .param("order", order)
                .param("fen", fen)
                .param("community", community.value())
                .param("lot", lot)
                .update();
    }
}
