package tuanju.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.database.Ids;
import tuanju.money.Money;

/** The sandbox provider's charges: opened by a merchant, settled by the payer, each once. */
@Component
@Conditional(SandboxListed.class)
@Transactional
@RequiredArgsConstructor
class Charges {

    private final JdbcClient jdbc;

    /** Opens a charge, or answers the one opened before under this code. Refuses (409) another amount under it. */
    Charge open(Charge asked) {
        jdbc.sql("""
                        insert into sandbox_charge (merchant, code, token, title, amount_fen, notify_path, return_path)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (merchant, code) do nothing
                        """)
                .params(
                        asked.merchant(),
                        asked.code(),
                        asked.token(),
                        asked.title(),
                        asked.amount().fen())
                .params(asked.notifyPath(), asked.returnPath())
                .update();
        var charge = of(asked.merchant(), asked.code());
        if (!charge.amount().equals(asked.amount())) {
            throw CannotCharge.differs();
        }
        return charge;
    }

    @Transactional(readOnly = true)
    Charge of(String merchant, String code) {
        return jdbc.sql("select * from sandbox_charge where merchant = ? and code = ?")
                .params(merchant, code)
                .query(Charges::charge)
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    Charge withToken(String token) {
        return jdbc.sql("select * from sandbox_charge where token = ?")
                .param(token)
                .query(Charges::charge)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Closes an open charge; a settled one stays as it is. */
    Charge close(String merchant, String code) {
        jdbc.sql("update sandbox_charge set status = 'CLOSED' where merchant = ? and code = ? and status = 'OPEN'")
                .params(merchant, code)
                .update();
        return of(merchant, code);
    }

    /** The payer decides. Answers the charge when this settled it; empty when it was settled before or nothing happens now. */
    Optional<Charge> decide(String token, Outcome outcome, @Nullable String payer) {
        var settled = outcome == Outcome.LATER ? later(token) : settle(token, outcome, payer);
        if (settled == 0 && withToken(token).status() != Charge.Status.PAID && !(outcome == Outcome.FAILED)) {
            throw CannotCharge.isOver();
        }
        return settled == 0 || outcome == Outcome.LATER ? Optional.empty() : Optional.of(withToken(token));
    }

    private int later(String token) {
        return jdbc.sql("update sandbox_charge set later = true where token = ? and (status = 'OPEN' or later)")
                .param(token)
                .update();
    }

    private int settle(String token, Outcome outcome, @Nullable String payer) {
        return jdbc.sql("""
                        update sandbox_charge
                        set status = :status, transaction = :transaction, settled_at = now(), payer = :payer
                        where token = :token and (status = 'OPEN' or status = 'CLOSED' and later)
                        """)
                .param("status", outcome.isPaid() ? "PAID" : "FAILED")
                .param(
                        "transaction",
                        outcome.isPaid() ? "SB" + Ids.next().toString().replace("-", "") : null)
                .param("payer", payer)
                .param("token", token)
                .update();
    }

    private static Charge charge(ResultSet row, int number) throws SQLException {
        Timestamp settled = row.getTimestamp("settled_at");
        return new Charge(
                row.getString("merchant"),
                row.getString("code"),
                row.getString("token"),
                row.getString("title"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("notify_path"),
                row.getString("return_path"),
                Charge.Status.valueOf(row.getString("status")),
                row.getBoolean("later"),
                row.getString("transaction"),
                settled == null ? null : settled.toInstant(),
                row.getString("payer"));
    }
}
