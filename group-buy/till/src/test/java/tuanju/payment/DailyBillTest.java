package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import support.Together;
import tuanju.money.Money;
import tuanju.payment.FaultyLine.Fault;
import tuanju.payment.bills.DailyBills;
import tuanju.payment.providers.PaymentTry;
import tuanju.sandbox.RsaKeys;

/** A provider's bill of a day on which one order was paid and part of it given back. */
class DailyBillTest extends PaymentExample {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    private DailyBills bills;

    @Autowired
    private TransactionOperations transaction;

    /** A day on which nothing else happened. */
    private final LocalDate day = LocalDate.of(2001, 1, 1).plusDays(DAYS.addAndGet(10));

    private PaymentTry payment;

    @BeforeEach
    void aDayIsOver() {
        payment = paid("faulty");
        refunds.request(community, order, Money.ofYuan("13.30"), "left", "1");
        awaitAllDone();
        wasThen("sandbox_charge", "settled_at", "code = '" + payment.code() + "'");
        wasThen("sandbox_refund", "done_at", "charge_code = '" + payment.code() + "'");
        wasThen("capture", "captured_at", "payment_id = '" + payment.id() + "'");
        wasThen("refund", "done_at", "payment_id = '" + payment.id() + "'");
    }

    @Test
    @DisplayName("says the same as we do, and is compared once, however many fetch it")
    void isAlike() {
        var fetched = Together.run(Collections.nCopies(4, () -> bills.fetch("faulty", day)));

        assertThat(fetched).allMatch(it -> Boolean.TRUE.equals(it.value()));
        assertThat(differences()).isZero();
        assertThat(cases()).isEmpty();
        assertThat(jdbc.sql("select count(*) from payment_bill_line where day = ? and provider = 'faulty'")
                        .param(day)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("with another amount it is a case that names both")
    void hasAnotherAmount() {
        lie(lines -> lines.stream()
                .map(it -> it.replace("," + PRICE.fen() + ",", ",1,"))
                .toList());

        assertThat(bills.fetch("faulty", day)).isTrue();
        assertThat(cases()).containsExactly("BILL_AMOUNT");
        assertThat(differences()).isOne();
        assertThat(jdbc.sql("select detail from exception_case where community_id = ?")
                        .param(community.value())
                        .query(String.class)
                        .single())
                .contains(payment.code(), "¥0.01", "ours " + PRICE);
    }

    @Test
    @DisplayName("without a line for what was given back it is a case")
    void lacksALine() {
        lie(lines -> lines.stream().filter(it -> it.startsWith("PAYMENT")).toList());

        assertThat(bills.fetch("faulty", day)).isTrue();
        assertThat(cases()).containsExactly("BILL_MISSING");
    }

    @Test
    @DisplayName("with nothing on it everything is missing")
    void isEmpty() {
        lie(lines -> List.of());

        assertThat(bills.fetch("faulty", day)).isTrue();
        assertThat(cases()).containsExactly("BILL_MISSING", "BILL_MISSING");
    }

    @Test
    @DisplayName("with a line twice it is a case")
    void hasALineTwice() {
        lie(lines -> {
            var more = new ArrayList<>(lines);
            more.add(lines.getFirst());
            return more;
        });

        assertThat(bills.fetch("faulty", day)).isTrue();
        assertThat(cases()).containsExactly("BILL_TWICE");
    }

    @Test
    @DisplayName("with money we never heard of it is a case")
    void hasWhatWeDoNotKnow() {
        lie(lines -> {
            var more = new ArrayList<>(lines);
            more.add("PAYMENT," + payment.code() + ",SB-unheard-of,500," + noon());
            return more;
        });

        assertThat(bills.fetch("faulty", day)).isTrue();
        assertThat(cases()).containsExactly("BILL_UNKNOWN");
    }

    @Test
    @DisplayName("with what belongs to the day after it is a case")
    void hasAnotherDay() {
        var after = noon().plusSeconds(86_400);
        lie(lines -> lines.stream()
                .map(it -> it.replace(noon().toString(), after.toString()))
                .toList());

        assertThat(bills.fetch("faulty", day)).isTrue();
        assertThat(cases()).containsExactly("BILL_OTHER_DAY", "BILL_OTHER_DAY");
    }

    @Test
    @DisplayName("cut off, signed all the same, it is compared with nothing, shown to a person, and asked for again")
    void isCutOff() {
        lie(lines -> List.of("cut"));
        assertThat(bills.fetch("faulty", day)).isFalse();
        assertThat(compared()).isZero();
        assertThat(jdbc.sql("select kind from exception_case where provider = 'faulty' and reference = ?")
                        .param(day.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("BILL_UNREADABLE");

        lie(lines -> lines);
        assertThat(bills.fetch("faulty", day)).isTrue();
        assertThat(cases()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATED", "UNSIGNED", "BADLY_SIGNED", "ERROR", "RESET"})
    @DisplayName("that its provider has not signed as it came is no bill, and is asked for again")
    void cannotBeTrusted(Fault fault) {
        faults.plan("/bills/" + day, fault, fault);
        assertThat(bills.fetch("faulty", day)).isFalse();
        assertThat(compared()).isZero();

        faults.plan("/bills/" + day);
        assertThat(bills.fetch("faulty", day)).isTrue();
        assertThat(cases()).isEmpty();
    }

    /** The provider says this instead of its lines, with a total that fits; of "cut" it says nothing more. */
    private void lie(UnaryOperator<List<String>> liar) {
        faults.lie("/bills/" + day, body -> told(body, liar), provider());
    }

    private static String told(String body, UnaryOperator<List<String>> liar) {
        var rows = body.lines().toList();
        var lines = liar.apply(rows.subList(2, rows.size() - 1));
        if (lines.equals(List.of("cut"))) {
            return String.join("\n", rows.subList(0, rows.size() - 1));
        }
        long fen =
                lines.stream().mapToLong(it -> Long.parseLong(it.split(",")[3])).sum();
        return String.join("\n", rows.subList(0, 2))
                + "\n"
                + String.join("\n", lines)
                + (lines.isEmpty() ? "" : "\n")
                + "total,"
                + lines.size()
                + ","
                + fen
                + "\n";
    }

    private KeyPair provider() {
        return jdbc.sql("select private_key, public_key from sandbox_key")
                .query((row, number) -> new KeyPair(
                        RsaKeys.publicKey(row.getBytes("public_key")), RsaKeys.privateKey(row.getBytes("private_key"))))
                .single();
    }

    private Instant noon() {
        return day.atTime(12, 0).atZone(SHANGHAI).toInstant();
    }

    /** Past what keeps it from being changed. */
    private void wasThen(String table, String column, String which) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update %s set %s = ? where %s".formatted(table, column, which))
                    .param(Timestamp.from(noon()))
                    .update();
        });
    }

    private List<String> cases() {
        return jdbc.sql("select kind from exception_case where community_id = ? order by kind")
                .param(community.value())
                .query(String.class)
                .list();
    }

    private int compared() {
        return jdbc.sql("select count(*) from payment_bill where provider = 'faulty' and day = ?")
                .param(day)
                .query(Integer.class)
                .single();
    }

    private int differences() {
        return jdbc.sql("select differences from payment_bill where provider = 'faulty' and day = ?")
                .param(day)
                .query(Integer.class)
                .single();
    }
}
