package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of all modules make of money. */
@WebTest
class MoneyColumnsTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("I-L8 every amount is kept as whole fen, and nothing as a number that is only nearly right")
    void everyAmountIsKeptAsWholeFen() {
        assertThat(columns("column_name ~ '(^|_)fen$'")).hasSizeGreaterThan(20);
        assertThat(columns("column_name ~ '(^|_)fen$' and data_type <> 'bigint'"))
                .isEmpty();
        assertThat(columns("data_type in ('real', 'double precision', 'money')"))
                .isEmpty();
    }

    private List<String> columns(String where) {
        return jdbc.sql("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and " + where)
                .query(String.class)
                .list();
    }
}
