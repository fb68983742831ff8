package tuanju.member.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tuanju.audit.AuditTrail;
import tuanju.command.RateLimits;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Everything that is kept of a member, as one file for them alone: JSON, by module and table, all of one moment. */
@Component
class PersonalCopy {

    static final int COPIES_PER_DAY = 10;

    /** So much of one table; the file says which tables have more, and an operator can help. */
    private static final int MOST_ROWS = 10_000;

    private final ObjectProvider<PersonalData> modules;
    private final JdbcClient database;
    private final RateLimits limits;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    PersonalCopy(
            ObjectProvider<PersonalData> modules,
            JdbcClient database,
            RateLimits limits,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.modules = modules;
        this.database = database;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Refuses with TooMany what nobody needs so often. */
    PersonalFile of(MemberId member) {
        limits.take("copies " + member.value(), COPIES_PER_DAY, Duration.ofDays(1));
        return Objects.requireNonNull(oneMoment.execute(status -> read(member)));
    }

    private PersonalFile read(MemberId member) {
        var cutOff = new ArrayList<String>();
        var parts = new LinkedHashMap<String, Map<String, List<Map<String, String>>>>();
        modules.orderedStream().forEach(it -> parts.put(it.called(), tables(it, member, cutOff)));
        audit.record(member.value(), "member.copied", "member " + member.value(), "");
        return new PersonalFile(clock.instant(), cutOff, parts);
    }

    private Map<String, List<Map<String, String>>> tables(PersonalData module, MemberId member, List<String> cutOff) {
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        module.tables().stream()
                .filter(it -> !it.copied().isEmpty())
                .forEach(it -> tables.put(it.name(), rows(module, it, member, cutOff)));
        return tables;
    }

    private List<Map<String, String>> rows(
            PersonalData module, PersonalTable table, MemberId member, List<String> cutOff) {
        var rows = database.sql("select * from (%s) its limit %d".formatted(table.copied(), MOST_ROWS + 1))
                .params(module.asked(member))
                .query((row, number) -> said(row))
                .list();
        if (rows.size() > MOST_ROWS) {
            cutOff.add(table.name());
        }
        return rows.stream().limit(MOST_ROWS).toList();
    }

    /** Every column that says something, as the database writes it. */
    private static Map<String, String> said(ResultSet row) throws SQLException {
        var said = new LinkedHashMap<String, String>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var text = row.getString(i);
            if (text != null) {
                said.put(columns.getColumnLabel(i), text);
            }
        }
        return said;
    }
}
