package tuanju.payment;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** What people at the gate have said they took and gave back, each once, each in the audit trail. */
@Component
@Transactional
@RequiredArgsConstructor
class OfflineReceipts {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    void received(PaymentTry payment, MemberId by, String note) {
        int stored = jdbc.sql("""
                        insert into offline_receipt (community_id, id, payment_code, amount_fen, received_by, note)
                        values (?, ?, ?, ?, ?, ?) on conflict on constraint offline_receipt_once do nothing
                        """)
                .params(payment.community().value(), Ids.next(), payment.code())
                .params(payment.amount().fen(), by.value(), note)
                .update();
        if (stored == 1) {
            audit.record(by.value(), "payment.received", "payment/" + payment.code(), payment.amount() + " offline");
        }
    }

    void paidBack(RefundTry refund, MemberId by, String note) {
        int stored = jdbc.sql("""
                        insert into offline_payback (community_id, refund_code, paid_back_by, note)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(refund.community().value(), refund.code(), by.value(), note)
                .update();
        if (stored == 1) {
            audit.record(by.value(), "refund.paid-back", "refund/" + refund.code(), refund.amount() + " offline");
        }
    }

    @Transactional(readOnly = true)
    Optional<Standing.Paid> of(PaymentTry payment) {
        return jdbc.sql("""
                        select id, amount_fen, received_at from offline_receipt
                        where community_id = ? and payment_code = ?
                        """)
                .params(payment.community().value(), payment.code())
                .query((row, number) -> new Standing.Paid(
                        row.getObject("id", UUID.class).toString(),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getTimestamp("received_at").toInstant()))
                .optional();
    }

    @Transactional(readOnly = true)
    boolean isPaidBack(RefundTry refund) {
        return jdbc.sql("select exists (select from offline_payback where community_id = ? and refund_code = ?)")
                .params(refund.community().value(), refund.code())
                .query(Boolean.class)
                .single();
    }
}
