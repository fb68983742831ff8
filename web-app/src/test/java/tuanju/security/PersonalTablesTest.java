package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.WebTest;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Every table of the schema that may name a person says what becomes of them. */
@WebTest
class PersonalTablesTest {

    @Autowired
    List<PersonalData> modules;

    @Autowired
    JdbcClient jdbc;

    private Set<String> things = Set.of();
    private Set<String> kept = Set.of();

    private record Column(String table, String column) {}

    @BeforeEach
    void read() throws IOException {
        things = lines("people/things.txt")
                .flatMap(it -> Stream.of(it.split("\\s+")))
                .collect(Collectors.toSet());
        kept = lines("people/kept.txt").map(it -> it.split("\\s*\\|")[0]).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("V-07 V-09 no table with a person in it is forgotten")
    void noTableIsForgotten() {
        assertThat(forgotten(columns())).isEmpty();
    }

    @Test
    @DisplayName("a forgotten table is noticed: an id of a new kind and a text of a new name may be a person")
    void aForgottenTableIsNoticed() {
        var planted = List.of(
                new Column("parcel", "id"),
                new Column("parcel", "carrier_id"),
                new Column("greeting", "words"),
                new Column("greeting", "status"));
        assertThat(forgotten(planted)).containsExactly("greeting.words", "parcel.carrier_id");
    }

    @Test
    @DisplayName("what is named is there once, and either ends or says by what right it stays")
    void everyTableEndsOrSaysWhyItStays() {
        var all = tables().toList();
        assertThat(all).extracting(PersonalTable::name).doesNotHaveDuplicates().isSubsetOf(names(columns()));
        assertThat(kept).isSubsetOf(names(columns())).doesNotContainAnyElementsOf(names());
        assertThat(all)
                .allSatisfy(
                        it -> assertThat(it.forgotten().isEmpty() && it.kept().isEmpty())
                                .as(it.name())
                                .isFalse());
    }

    private Set<String> forgotten(List<Column> columns) {
        var answeredFor = new HashSet<>(names());
        answeredFor.addAll(kept);
        return columns.stream()
                .filter(it -> !things.contains(it.column()) && !answeredFor.contains(it.table()))
                .map(it -> it.table() + "." + it.column())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> names() {
        return tables().map(PersonalTable::name).collect(Collectors.toSet());
    }

    private static Set<String> names(List<Column> columns) {
        return columns.stream().map(Column::table).collect(Collectors.toSet());
    }

    private Stream<PersonalTable> tables() {
        return modules.stream().flatMap(it -> it.tables().stream());
    }

    /** What holds no number, moment or yes may hold a person. */
    private List<Column> columns() {
        return jdbc.sql("""
                        select c.table_name, c.column_name
                        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where table_schema = 'public' and t.table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                            and c.data_type not in ('boolean', 'smallint', 'integer', 'bigint', 'date', 'time without time zone',
                                'timestamp with time zone', 'numeric', 'interval')
                        """)
                .query((row, number) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    private static Stream<String> lines(String resource) throws IOException {
        return new ClassPathResource(resource)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#"));
    }
}
