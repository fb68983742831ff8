package tuanju.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands a merchant what was taken, given back and paid out for it on one day of Shanghai, as signed CSV. */
@RestController
@Conditional(SandboxListed.class)
@RequiredArgsConstructor
class SandboxBills {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final MerchantCalls calls;
    private final JdbcClient jdbc;

    private record Line(String text, long fen) {}

    @GetMapping("/sandbox/bills/{day}")
    ResponseEntity<String> bill(HttpServletRequest request, @PathVariable LocalDate day) {
        return calls.signed(text(calls.signer(request, ""), day), MediaType.TEXT_PLAIN);
    }

    private String text(String merchant, LocalDate day) {
        var bill = new StringBuilder("day,").append(day).append("\nkind,code,transaction,fen,at\n");
        int count = 0;
        long fen = 0;
        for (var line : lines(merchant, day)) {
            bill.append(line.text()).append('\n');
            count++;
            fen += line.fen();
        }
        return bill.append("total,")
                .append(count)
                .append(',')
                .append(fen)
                .append('\n')
                .toString();
    }

    private List<Line> lines(String merchant, LocalDate day) {
        return jdbc.sql("""
                        select kind, code, transaction, amount_fen, at from (
                            select 'PAYMENT' as kind, code, transaction, amount_fen, settled_at as at from sandbox_charge
                            where merchant = :merchant and status = 'PAID'
                            union all
                            select 'REFUND', code, '', amount_fen, done_at from sandbox_refund
                            where merchant = :merchant and status = 'DONE'
                            union all
                            select 'TRANSFER', code, transaction, amount_fen, settled_at from sandbox_transfer
                            where merchant = :merchant and status = 'DONE'
                        ) moved where at >= :from and at < :to order by at, code
                        """)
                .param("merchant", merchant)
                .param("from", Timestamp.from(day.atStartOfDay(SHANGHAI).toInstant()))
                .param(
                        "to",
                        Timestamp.from(day.plusDays(1).atStartOfDay(SHANGHAI).toInstant()))
                .query((row, number) -> new Line(
                        String.join(
                                ",",
                                row.getString("kind"),
                                row.getString("code"),
                                row.getString("transaction"),
                                Long.toString(row.getLong("amount_fen")),
                                row.getTimestamp("at").toInstant().toString()),
                        row.getLong("amount_fen")))
                .list();
    }

    @ExceptionHandler
    ResponseEntity<Void> forged(ForgedMessage forged) {
        return ResponseEntity.status(401).build();
    }
}
