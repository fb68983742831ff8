package tuanju.payment;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.RefundTry;
import tuanju.payment.providers.Standing;

/** What people at the gate have said they took and gave back, each once, each in the audit trail. */
@Component
@Transactional
@RequiredArgsConstructor
class OfflineReceipts {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    /** It counts after so long, until which it may be taken back. Answers false where somebody said so before. */
    boolean received(PaymentTry payment, MemberId by, String note, Duration after) {
        int stored = jdbc.sql("""
                        insert into offline_receipt
                            (community_id, id, payment_code, amount_fen, received_by, note, counts_at)
                        values (?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
                        on conflict (community_id, payment_code) where undone_at is null do nothing
                        """)
                .params(payment.community().value(), Ids.next(), payment.code())
                .params(payment.amount().fen(), by.value(), note, (double) after.toSeconds())
                .update();
        if (stored == 1) {
            audit.record(by.value(), "payment.received", "payment/" + payment.code(), payment.amount() + " offline");
        }
        return stored == 1;
    }

    /** It was not received after all; answers false where it counts already, or nobody said so. */
    boolean takeBack(PaymentTry payment, MemberId by) {
        boolean undone = jdbc.sql("""
                                update offline_receipt set undone_at = now(), undone_by = ?
                                where community_id = ? and payment_code = ? and undone_at is null and counts_at > now()
                                """)
                        .params(by.value(), payment.community().value(), payment.code())
                        .update()
                == 1;
        if (undone) {
            audit.record(
                    by.value(), "payment.received-undone", "payment/" + payment.code(), payment.amount() + " offline");
        }
        return undone;
    }

    /** From now on what was said of this payment counts, and cannot be taken back: it is about to be closed. */
    void count(PaymentTry payment) {
        jdbc.sql("""
                        update offline_receipt set counts_at = now()
                        where community_id = ? and payment_code = ? and undone_at is null and counts_at > now()
                        """).params(payment.community().value(), payment.code()).update();
    }

    /** When what was said of these payments counts, by their codes; those of which nothing is said, or which count, are missing. */
    @Transactional(readOnly = true)
    Map<String, Instant> waiting(CommunityId community) {
        var waiting = new HashMap<String, Instant>();
        jdbc.sql("""
                        select payment_code, counts_at from offline_receipt
                        where community_id = ? and undone_at is null and counts_at > now() - interval '1 hour'
                        """).param(community.value()).query((ResultSet row) -> {
            waiting.put(
                    row.getString("payment_code"), row.getTimestamp("counts_at").toInstant());
        });
        return waiting;
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
                        where community_id = ? and payment_code = ? and undone_at is null and counts_at <= now()
                        """)
                .params(payment.community().value(), payment.code())
                .query((row, number) -> new Standing.Paid(
                        row.getObject("id", UUID.class).toString(),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getTimestamp("received_at").toInstant(),
                        null))
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
