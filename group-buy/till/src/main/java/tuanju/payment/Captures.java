package tuanju.payment;

import java.sql.Timestamp;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.payment.providers.PaymentTry;

/** The captures, in the database: one per provider transaction. */
@Component
@RequiredArgsConstructor
class Captures {

    private final JdbcClient jdbc;

    /** Stores a capture, and by which account its payer paid where that is known; answers false when it was stored before (then everything about it has been done). */
    boolean store(UUID id, Took took, CommunityId community, @Nullable PaymentTry payment) {
        return jdbc.sql("""
                        with stored as (
                            insert into capture (community_id, id, provider, transaction, payment_id, order_id, amount_fen,
                                captured_at)
                            values (:community, :id, :provider, :transaction, :payment, :order, :fen, :at)
                            on conflict on constraint capture_once_per_transaction do nothing
                            returning 1),
                        payer as (
                            insert into payer_account as a (provider, account, member_id)
                            select :provider, sha256(convert_to(:account::text, 'UTF8')), :payer from stored
                            where :account::text is not null and :payer::uuid is not null
                            on conflict (provider, account, member_id) do update set paid_at = now())
                        select exists (select from stored)
                        """)
                .param("community", community.value())
                .param("id", id)
                .param("provider", took.provider())
                .param("transaction", took.transaction())
                .param("payment", payment == null ? null : payment.id())
                .param("order", payment == null ? null : payment.order())
                .param("payer", payment == null ? null : payment.payer().value())
                .param("fen", took.amount().fen())
                .param("at", Timestamp.from(took.at()))
                .param("account", took.payer())
                .query(Boolean.class)
                .single();
    }

    void ended(CommunityId community, UUID id, CaptureTaker.Destination destination) {
        jdbc.sql("update capture set outcome = ? where community_id = ? and id = ?")
                .params(destination.name(), community.value(), id)
                .update();
    }

    /** Whether money for this order has found its place there. */
    boolean hasPaid(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select exists (
                            select from capture where community_id = ? and order_id = ? and outcome = 'ORDER'
                        )
                        """)
                .params(community.value(), order)
                .query(Boolean.class)
                .single();
    }
}
