package tuanju.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.database.Ids;
import tuanju.money.Money;

/** What the sandbox provider pays out for merchants: accepted first, paid when next asked about, once per code. */
@Component
@Conditional(SandboxListed.class)
@Transactional
@RequiredArgsConstructor
class SandboxTransfers {

    /** A payee whose name begins so has an account that takes no money, for demonstrations. */
    static final String CLOSED = "closed";

    private final JdbcClient jdbc;

    /** Accepts a transfer, or answers the one accepted before under this code. Refuses (409) another amount or payee under it. */
    SandboxTransfer accept(SandboxTransfer asked) {
        jdbc.sql("""
                        insert into sandbox_transfer (merchant, code, payee, amount_fen, title) values (?, ?, ?, ?, ?)
                        on conflict (merchant, code) do nothing
                        """)
                .params(asked.merchant(), asked.code(), asked.payee())
                .params(asked.amount().fen(), asked.title())
                .update();
        var known = of(asked.merchant(), asked.code());
        if (!known.amount().equals(asked.amount()) || !known.payee().equals(asked.payee())) {
            throw CannotCharge.differs();
        }
        return known;
    }

    /** How it stands; what was accepted is paid by then, or refused for good. */
    SandboxTransfer look(String merchant, String code) {
        jdbc.sql("""
                        update sandbox_transfer set settled_at = now(),
                            status = case when payee like :closed then 'FAILED' else 'DONE' end,
                            transaction = case when payee like :closed then null else :transaction end
                        where merchant = :merchant and code = :code and status = 'PROCESSING'
                        """)
                .param("closed", CLOSED + "%")
                .param("transaction", "ST" + Ids.next().toString().replace("-", ""))
                .param("merchant", merchant)
                .param("code", code)
                .update();
        return of(merchant, code);
    }

    private SandboxTransfer of(String merchant, String code) {
        return jdbc.sql("select * from sandbox_transfer where merchant = ? and code = ?")
                .params(merchant, code)
                .query(SandboxTransfers::read)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static SandboxTransfer read(ResultSet row, int number) throws SQLException {
        return new SandboxTransfer(
                row.getString("merchant"),
                row.getString("code"),
                row.getString("payee"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("title"),
                row.getString("status"),
                row.getString("transaction"));
    }
}
