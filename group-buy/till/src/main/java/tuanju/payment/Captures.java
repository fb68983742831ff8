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

    /** Stores a capture; answers false when it was stored before (then everything about it has been done). */
    boolean store(UUID id, Took took, CommunityId community, @Nullable PaymentTry payment) {
        return jdbc.sql("""
                        insert into capture (community_id, id, provider, transaction, payment_id, order_id, amount_fen,
                            captured_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint capture_once_per_transaction do nothing
                        """)
                        .params(community.value(), id, took.provider(), took.transaction())
                        .param(payment == null ? null : payment.id())
                        .param(payment == null ? null : payment.order())
                        .params(took.amount().fen(), Timestamp.from(took.at()))
                        .update()
                == 1;
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
