package tuanju.taster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import support.Together;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.commission.CommissionExample;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.taster.Tastings.Step;

@DisplayName("Who looks after a category")
class TastingsTest extends CommissionExample {

    @Autowired
    TasterAppointing appointing;

    @Autowired
    Tasters tasters;

    @Autowired
    Tastings tastings;

    @Autowired
    TasterQuestions questions;

    @Autowired
    CategoryFigures figures;

    @Autowired
    Memberships memberships;

    private MemberId neighbour;
    private MemberId operator;
    private Code code;

    @BeforeEach
    void appoint() {
        neighbour = home.member(1);
        operator = home.member(3);
        memberships.join(me(), home.id());
        memberships.join(neighbour, home.id());
        code = appointing.appoint(home.id(), me(), "水果", 3, operator);
    }

    @Test
    @DisplayName(
            "C-03 is any member an operator asks, whatever they bought or brought; one of a category, and it is on record")
    void isAskedByAnOperator() {
        refused(() -> appointing.appoint(home.id(), neighbour, "水果", 3, operator), "taster-category-taken");
        refused(() -> appointing.appoint(home.id(), home.member(2), "水果", 3, operator), "taster-of-members");
        refused(() -> appointing.appoint(home.id(), neighbour, "没有的类", 3, operator), "taster-no-category");
        refused(() -> appointing.allow(code, 21, operator), "taster-most");
        appointing.allow(code, 5, operator);
        appointing.end(code, operator);
        appointing.end(code, operator);
        assertThat(appointing.appoint(home.id(), neighbour, "水果", 3, operator)).isNotEqualTo(code);
        assertThat(jdbc.sql("select action from audit_entry where subject = ? order by id")
                        .param("taster " + code)
                        .query(String.class)
                        .list())
                .containsExactly("taster.appointed", "taster.allowed", "taster.ended");
        assertThat(commissions()).isEmpty();
    }

    @Test
    @DisplayName("of two operators who ask somebody for the same category at once, one does")
    void oneOfACategory() {
        appointing.end(code, operator);
        var outcomes = Together.run(List.<Callable<Code>>of(
                () -> appointing.appoint(home.id(), me(), "水果", 3, operator),
                () -> appointing.appoint(home.id(), neighbour, "水果", 3, operator)));

        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(tasters.in(home.id())).hasSize(1);
    }

    @Test
    @DisplayName(
            "I-H2 brings no more new finds in a month than was agreed, also from many tabs; the database refuses one more")
    void noMoreThanAgreed() {
        var outcomes = Together.run(IntStream.range(0, 8)
                .mapToObj(it -> (Callable<UUID>) () -> tastings.scout(me(), code, "杨梅 " + it, "村口老张家的"))
                .toList());

        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(3);
        refused(() -> tastings.scout(me(), code, "枇杷", ""), "taster-enough");
        assertThat(tastings.left(tasters.any(code))).isZero();
        assertThat(catchThrowable(() -> jdbc.sql("""
                    insert into tasting (community_id, id, taster_id, title, words, month, nth, most)
                    select community_id, uuidv7(), taster_id, '枇杷', '', month, 4, 3 from tasting where community_id = ? limit 1
                    """).param(home.id().value()).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
        appointing.allow(code, 4, operator);
        tastings.scout(me(), code, "枇杷", "");
    }

    @Test
    @DisplayName("a find is scouted, tried, listed as a product of the category, and dropped; nothing is left out")
    void oneAfterTheOther() {
        var find = tastings.scout(me(), code, "东山杨梅", "早上摘");
        var product = tastings.products(tasters.any(code)).getFirst().id().value();

        refused(() -> tastings.become(me(), code, find, new Step("LISTED", "", product)), "taster-not-now");
        refused(() -> tastings.become(me(), code, find, new Step("TRIED", " ", null)), "text-missing");
        refused(() -> tastings.become(me(), code, find, new Step("SCOUTED", "x", null)), "one-of");
        tastings.become(me(), code, find, new Step("TRIED", "酸甜正好", null));
        tastings.become(me(), code, find, new Step("TRIED", "酸甜正好", null));
        refused(
                () -> tastings.become(me(), code, find, new Step("LISTED", "", UUID.randomUUID())),
                "taster-no-product");
        tastings.become(me(), code, find, new Step("LISTED", "", product));
        tastings.become(me(), code, find, new Step("DROPPED", "今年下市了", null));
        refused(() -> tastings.become(me(), code, find, new Step("TRIED", "再试", null)), "taster-not-now");

        assertThat(tastings.page(tasters.any(code), null).items())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo(Tasting.State.DROPPED);
                    assertThat(it.verdict()).isEqualTo("今年下市了");
                });
        assertThat(catchThrowable(() -> tastings.become(neighbour, code, find, new Step("TRIED", "x", null))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("C-10 is asked by neighbours and answers in public; nothing that promises pay for people is said")
    void answersInPublic() {
        var question = questions.ask(neighbour, code, "今年的杨梅甜吗？");
        assertThat(asked(null)).isEmpty();
        assertThat(asked(neighbour)).hasSize(1);
        assertThat(figures.of(tasters.any(code)).waiting()).isEqualTo(1);
        refused(() -> questions.answer(me(), code, question, "跟我躺赚"), "against-the-law-c-02");
        questions.answer(me(), code, question, "甜，十三度");
        assertThat(asked(null)).extracting(TasterQuestion::answer).containsExactly("甜，十三度");
        assertThat(catchThrowable(() -> questions.answer(neighbour, code, question, "酸")))
                .isInstanceOf(NotFound.class);

        IntStream.range(0, 3).forEach(it -> questions.ask(neighbour, code, "再问 " + it));
        refused(() -> questions.ask(neighbour, code, "还问"), "taster-questions-wait");
        refused(() -> questions.ask(home.member(2), code, "甜吗"), "taster-asked-by-members");
        var waiting = asked(neighbour).getFirst().id();
        questions.takeBack(neighbour, code, waiting);
        questions.drop(code, asked(neighbour).getFirst().id(), operator);
        assertThat(asked(me())).hasSize(2);
    }

    @Test
    @DisplayName("whose time is over brings and answers nothing more; what they found stays")
    void whatWasFoundStays() {
        tastings.scout(me(), code, "东山杨梅", "");
        appointing.end(code, operator);

        refused(() -> tastings.scout(me(), code, "枇杷", ""), "taster-over");
        assertThat(catchThrowable(() -> questions.ask(neighbour, code, "甜吗"))).isInstanceOf(NotFound.class);
        assertThat(tastings.page(tasters.any(code), null).items()).hasSize(1);
        assertThat(tasters.in(home.id())).isEmpty();
    }

    @Test
    @DisplayName("who left the community tastes there no more, and somebody else is asked")
    void whoLeft() {
        var question = questions.ask(neighbour, code, "甜吗？");
        memberships.leave(me(), home.id());

        refused(() -> tastings.scout(me(), code, "枇杷", ""), "taster-over");
        refused(() -> questions.answer(me(), code, question, "甜"), "taster-over");
        assertThat(catchThrowable(() -> questions.ask(neighbour, code, "再问"))).isInstanceOf(NotFound.class);
        assertThat(catchThrowable(() -> tasters.own(me(), code))).isInstanceOf(NotFound.class);
        assertThat(tasters.in(home.id())).isEmpty();
        assertThat(appointing.appoint(home.id(), neighbour, "水果", 3, operator)).isNotEqualTo(code);
        assertThat(tasters.any(code).isActive()).isFalse();
    }

    private List<TasterQuestion> asked(@Nullable MemberId reader) {
        return questions.of(tasters.any(code), reader, null).items();
    }

    private static void refused(ThrowingCallable act, String as) {
        assertThat(catchThrowable(act))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo(as);
    }
}
