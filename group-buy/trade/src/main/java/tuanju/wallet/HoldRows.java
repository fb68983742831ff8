package tuanju.wallet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** Credit by the order it is for, in the database: set aside, spent, or free again. */
@Component
@RequiredArgsConstructor
class HoldRows {

    private final JdbcClient jdbc;

    /** Credit of one lot that was spent on an order and did not come back yet. */
    record Spent(UUID lot, Money left) {}

    /** An order that credit is set aside for. */
    record Held(UUID order, Money amount) {}

    Money amount(CommunityId community, UUID order, List<String> states) {
        return jdbc.sql("""
                select amount_fen from wallet_hold
                where community_id = :community and order_id = :order and state in (:states)
                """)
                .param("community", community.value())
                .param("order", order)
                .param("states", states)
                .query(Long.class)
                .optional()
                .map(Money::ofFen)
                .orElse(Money.ZERO);
    }

    /** What is set aside in a wallet, by order. */
    List<Held> heldIn(CommunityId community, UUID wallet) {
        return jdbc.sql("""
                select order_id, amount_fen from wallet_hold
                where community_id = :community and wallet_id = :wallet and state = 'HELD' order by changed_at, order_id
                """)
                .param("community", community.value())
                .param("wallet", wallet)
                .query((row, number) ->
                        new Held(row.getObject("order_id", UUID.class), Money.ofFen(row.getLong("amount_fen"))))
                .list();
    }

    /** Nothing is set aside for the order any more; answers the wallet where something was. */
    Optional<UUID> release(CommunityId community, UUID order) {
        return jdbc.sql("""
                update wallet_hold set state = 'RELEASED', changed_at = now()
                where community_id = :community and order_id = :order and state = 'HELD' returning wallet_id
                """)
                .param("community", community.value())
                .param("order", order)
                .query(UUID.class)
                .optional();
    }

    /** What lots had set aside for it is free in them again. */
    void freeLots(CommunityId community, UUID order) {
        jdbc.sql("""
                with freed as (
                    delete from wallet_hold_lot where community_id = :community and order_id = :order
                    returning lot_id, amount_fen
                )
                update wallet_lot l set held_fen = l.held_fen - f.amount_fen
                from freed f where l.community_id = :community and l.id = f.lot_id
                """)
                .param("community", community.value())
                .param("order", order)
                .update();
    }

    /** Only while every part is free. */
    void hold(CommunityId community, UUID wallet, UUID order, Money amount, List<Lot.Part> parts) {
        jdbc.sql("""
                insert into wallet_hold (community_id, order_id, wallet_id, amount_fen, state)
                values (:community, :order, :wallet, :fen, 'HELD')
                on conflict (community_id, order_id) do update
                set wallet_id = excluded.wallet_id, amount_fen = excluded.amount_fen, state = 'HELD', changed_at = now()
                """)
                .param("community", community.value())
                .param("order", order)
                .param("wallet", wallet)
                .param("fen", amount.fen())
                .update();
        parts.forEach(it -> hold(community, order, it));
    }

    private void hold(CommunityId community, UUID order, Lot.Part part) {
        int held = jdbc.sql("""
                with held as (
                    update wallet_lot set held_fen = held_fen + :fen
                    where community_id = :community and id = :lot and left_fen - held_fen >= :fen returning id
                )
                insert into wallet_hold_lot (community_id, order_id, lot_id, amount_fen)
                select :community, :order, id, :fen from held
                """)
                .param("fen", part.amount().fen())
                .param("community", community.value())
                .param("order", order)
                .param("lot", part.lot().id())
                .update();
        if (held == 0) {
            throw new NotEnoughCredit(Money.ZERO);
        }
    }

    /** What is set aside becomes this payment; answers false where nothing is. */
    boolean spend(CommunityId community, UUID order, UUID payment) {
        return jdbc.sql("""
                update wallet_hold set state = 'SPENT', payment_id = :payment, changed_at = now()
                where community_id = :community and order_id = :order and state = 'HELD'
                """)
                        .param("payment", payment)
                        .param("community", community.value())
                        .param("order", order)
                        .update()
                == 1;
    }

    /** What lots had set aside for it has left them. */
    List<Spent> takeLots(CommunityId community, UUID order) {
        return jdbc.sql("""
                update wallet_lot l set left_fen = l.left_fen - h.amount_fen, held_fen = l.held_fen - h.amount_fen
                from wallet_hold_lot h
                where h.community_id = :community and h.order_id = :order and l.community_id = h.community_id and l.id = h.lot_id
                returning l.id, h.amount_fen
                """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) ->
                        new Spent(row.getObject("id", UUID.class), Money.ofFen(row.getLong("amount_fen"))))
                .list();
    }

    /** What was spent on an order and did not come back, the latest paid first: it can be asked back the longest. */
    List<Spent> spent(CommunityId community, UUID order) {
        return jdbc.sql("""
                select l.id, h.amount_fen - h.back_fen as left_fen
                from wallet_hold_lot h join wallet_lot l on l.community_id = h.community_id and l.id = h.lot_id
                where h.community_id = :community and h.order_id = :order and h.back_fen < h.amount_fen
                order by l.captured_at desc, l.id desc
                """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) ->
                        new Spent(row.getObject("id", UUID.class), Money.ofFen(row.getLong("left_fen"))))
                .list();
    }

    /** So much of what a lot gave comes back to it. */
    void giveBack(CommunityId community, UUID order, UUID lot, Money amount) {
        jdbc.sql("""
                with back as (
                    update wallet_hold_lot set back_fen = back_fen + :fen
                    where community_id = :community and order_id = :order and lot_id = :lot returning lot_id
                )
                update wallet_lot l set left_fen = l.left_fen + :fen
                from back b where l.community_id = :community and l.id = b.lot_id
                """)
                .param("fen", amount.fen())
                .param("community", community.value())
                .param("order", order)
                .param("lot", lot)
                .update();
    }
}
