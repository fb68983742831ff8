package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import tuanju.invariant.Invariants;

/** An alarm that never rings proves nothing: each claim is broken by the fewest rows that break it, past every constraint. */
@ModuleTest
@DisplayName("W-07 every invariant has a planted violation that is caught")
class EveryInvariantTest {

    /** Nothing guards the table any more; all of it is rolled back with the crime. */
    private static final String UNGUARDED = """
            do $$ declare it record; begin
                for it in select conname from pg_constraint where conrelid = '%1$s'::regclass and contype in ('c', 'p', 'u')
                loop execute format('alter table %1$s drop constraint %%I cascade', it.conname); end loop;
                for it in select attname from pg_attribute
                    where attrelid = '%1$s'::regclass and attnum > 0 and attnotnull and not attisdropped
                        and attidentity = '' and attgenerated = ''
                loop execute format('alter table %1$s alter column %%I drop not null', it.attname); end loop;
                for it in select indexrelid::regclass as name from pg_index
                    where indrelid = '%1$s'::regclass and indisunique
                loop execute format('drop index %%s', it.name); end loop;
            end $$
            """;

    private static final Pattern TABLE = Pattern.compile("insert into (\\w+)");

    @Autowired
    Invariants invariants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    record Crime(String claim, String sql) {
        @Override
        public String toString() {
            return claim;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crimes")
    @DisplayName("a violation is seen")
    void aViolationIsSeen(Crime crime) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            plant(crime);
            assertThat(invariants.violations())
                    .anyMatch(violation -> violation.claim().startsWith(crime.claim()));
        });
    }

    @Test
    @DisplayName("no claim is without one")
    void noClaimIsWithoutOne() throws IOException {
        var planted = crimes().map(Crime::claim).toList();
        assertThat(Invariants.claims())
                .hasSameSizeAs(planted)
                .allSatisfy(claim -> assertThat(planted)
                        .filteredOn(claim::startsWith)
                        .as(claim)
                        .isNotEmpty());
    }

    private void plant(Crime crime) {
        jdbc.sql("set local session_replication_role = replica").update();
        tables(crime.sql())
                .forEach(table -> jdbc.sql(UNGUARDED.formatted(table)).update());
        var sql = crime.sql();
        for (var name : List.of("{a}", "{b}", "{c}", "{d}")) {
            sql = sql.replace(name, "'" + UUID.randomUUID() + "'");
        }
        Arrays.stream(sql.split(";\n")).forEach(it -> jdbc.sql(it).update());
    }

    private static List<String> tables(String sql) {
        return TABLE.matcher(sql).results().map(it -> it.group(1)).distinct().toList();
    }

    /** Of every wing that is here. */
    static Stream<Crime> crimes() throws IOException {
        var crimes = new ArrayList<Crime>();
        for (var wing : new PathMatchingResourcePatternResolver().getResources("classpath*:planted/*violations.txt")) {
            for (var it :
                    wing.getContentAsString(StandardCharsets.UTF_8).strip().split("\n\n")) {
                var parts = it.strip().split("\n", 2);
                crimes.add(new Crime(parts[0], parts[1]));
            }
        }
        return crimes.stream();
    }
}
