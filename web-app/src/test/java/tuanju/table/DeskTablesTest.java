package tuanju.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Neighbourhoods;
import tuanju.WebTest;
import tuanju.member.operators.Operators;
import tuanju.operator.Desk;

@WebTest
@DisplayName("Every long table that is declared has a page, its files and its words")
class DeskTablesTest {

    @Autowired
    List<DeskTable<?, ?>> tables;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Operators operators;

    private Desk desk;

    @BeforeEach
    void anOperator() {
        var home = neighbourhoods.found(1);
        operators.appoint(home.member(0));
        desk = new Desk(mvc, home.member(0));
    }

    @Test
    void aPageAndTwoFiles() {
        assertThat(tables).hasSizeGreaterThan(3).allSatisfy(it -> {
            var name = it.sign().name();
            assertThat(desk.page("/" + name)).hasStatusOk().bodyText().contains("aria-current=\"page\"");
            for (var ending : List.of("csv", "xlsx")) {
                assertThat(desk.page("/" + name + "." + ending)).hasStatusOk();
            }
            assertThat(desk.page("/" + name + ".pdf")).hasStatus(404);
        });
    }

    @Test
    @DisplayName("a page says above its rows what cannot be looked for, and shows them; a file refuses it")
    void whatCannotBeLookedFor() {
        assertThat(tables).allSatisfy(it -> {
            var name = it.sign().name();
            for (var wrong : List.of("sort=nothing", "columns=nothing", "after=!", "from=nothing")) {
                assertThat(desk.page("/" + name + "?" + wrong)).as(name + wrong).hasStatusOk();
            }
            assertThat(desk.page("/" + name + ".csv?columns=nothing")).hasStatus(400);
            assertThat(desk.page("/" + name + "?sort=nothing"))
                    .as(name)
                    .bodyText()
                    .contains("role=\"alert\"");
        });
    }

    @Test
    void itsWordsInBothLanguages() {
        assertThat(tables).allSatisfy(it -> {
            var begin = it.sign().messages();
            var keys = Stream.concat(
                    Stream.of("title", "lead", "none", "noneText", "noneYet", "noneYetText")
                            .map(key -> begin + "." + key),
                    Stream.of(
                            "page.nav." + it.sign().name(),
                            "insight.act." + it.sign().name() + ".exported"));
            keys.forEach(key -> Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                    .forEach(language ->
                            assertThat(messages.getMessage(key, null, language)).isNotBlank()));
        });
    }
}
