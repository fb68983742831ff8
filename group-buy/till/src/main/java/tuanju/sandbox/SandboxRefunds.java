package tuanju.sandbox;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.money.Money;

/** The sandbox provider's refunds: accepted first, done a moment later, never more than was paid. */
@Component
@Conditional(SandboxListed.class)
@Transactional
@RequiredArgsConstructor
class SandboxRefunds {

    private static final String REFUNDS = """
            select r.*, c.notify_path from sandbox_refund r
            join sandbox_charge c on c.merchant = r.merchant and c.code = r.charge_code
            """;

    private final JdbcClient jdbc;

    /** Accepts a refund, or answers the one accepted before under this code. Refuses (409) more than was paid. */
    SandboxRefund accept(String merchant, String chargeCode, String code, Money amount) {
        // the lock makes two refunds of one charge wait for each other
        long paid = jdbc.sql("""
                        select case when status = 'PAID' then amount_fen else 0 end
                        from sandbox_charge where merchant = ? and code = ? for update
                        """)
                .params(merchant, chargeCode)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
        var known = find(merchant, code);
        if (known.isPresent()) {
            return known.get();
        }
        long refunded =
                jdbc.sql("""
                        select coalesce(sum(amount_fen), 0) from sandbox_refund where merchant = ? and charge_code = ?
                        """).params(merchant, chargeCode).query(Long.class).single();
        if (refunded + amount.fen() > paid) {
            throw CannotCharge.givesBackTooMuch();
        }
        jdbc.sql("insert into sandbox_refund (merchant, code, charge_code, amount_fen) values (?, ?, ?, ?)")
                .params(merchant, code, chargeCode, amount.fen())
                .update();
        return of(merchant, code);
    }

    @Transactional(readOnly = true)
    SandboxRefund of(String merchant, String code) {
        return find(merchant, code).orElseThrow(NotFound::new);
    }

    /** Answers true when this call finished it. */
    boolean finish(SandboxRefund refund) {
        return jdbc.sql("""
                        update sandbox_refund set status = 'DONE', done_at = now()
                        where merchant = ? and code = ? and status = 'PROCESSING'
                        """).params(refund.merchant(), refund.code()).update() == 1;
    }

    private Optional<SandboxRefund> find(String merchant, String code) {
        return jdbc.sql(REFUNDS + "where r.merchant = ? and r.code = ?")
                .params(merchant, code)
                .query((row, number) -> new SandboxRefund(
                        row.getString("merchant"),
                        row.getString("code"),
                        row.getString("charge_code"),
                        Money.ofFen(row.getLong("amount_fen")),
                        "DONE".equals(row.getString("status")),
                        row.getString("notify_path")))
                .optional();
    }
}
