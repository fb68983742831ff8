package tuanju.search;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Statements;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;
import tuanju.note.Authors;
import tuanju.note.NoteDraft;
import tuanju.note.NoteWriting;
import tuanju.note.people.Relation;
import tuanju.note.people.Relations;

@WebTest
@DisplayName("Looking for something")
class SearchDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    NoteWriting writing;

    @Autowired
    Memberships memberships;

    @Autowired
    Relations relations;

    @Autowired
    Authors authors;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private MemberId reader;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(6, 2);
        reader = home.member(0);
        home.members().forEach(it -> memberships.join(it, home.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "番茄,true",
        "炒蛋,true",
        "茄炒,true",
        "蛋,true",
        "番茄 三分钟,true",
        "ＳＵＧＡＲ,true",
        "sug,true",
        "家常菜,true",
        "三分鐘,true",
        "番蛋,false",
        "苹果,false",
        "番茄 苹果,false"
    })
    @DisplayName("notes by all their words")
    void notes(String words, boolean found) {
        written(home.member(1), "番茄炒蛋", "三分钟的事，少放 Sugar。");
        assertThat(titles(search(words, "&kind=NOTE", reader))).isEqualTo(found ? List.of("番茄炒蛋") : List.of());
    }

    @Test
    @DisplayName("goods, offers, topics and people by name, by pinyin and by initials; what was guessed is said")
    void everyKind() {
        written(home.member(1), "今天吃什么", "x");
        var found = search("putao", "", reader);
        assertThat(kinds(found)).contains("OFFER", "PRODUCT");
        assertThat(ApiClient.<List<String>>read(found, "$.also")).contains("葡萄");
        assertThat(ApiClient.<Map<String, Integer>>read(found, "$.counts"))
                .containsEntry("OFFER", 1)
                .containsEntry("NOTE", 0);
        assertThat(kinds(search("葡陶", "", reader))).contains("OFFER");
        var topics = get("/api/v1/search/suggestions?q=jiachang" + here(), reader);
        assertThat(ApiClient.<List<String>>read(topics, "$.items[*].text")).contains("家常菜");
        var page = page("/search?q=putao" + here(), reader);
        assertThat(page).contains("<mark>葡萄</mark>", "/o/" + home.offer(), "也找了");
    }

    @Test
    @DisplayName("only what the searcher may see is found, counted and suggested, and by what it says now")
    void sight() {
        var author = home.member(1);
        jdbc.sql("update member set name = '欧阳静一' where id = ?")
                .param(author.value())
                .update();
        var note = written(author, "番茄炒蛋", "x");
        assertThat(titles(search("番茄", "", reader))).containsExactly("番茄炒蛋");
        assertThat(kinds(search("ouyangjingyi", "", reader))).containsExactly("PERSON");
        var stranger = neighbourhoods.found(1, 2).member(0);
        relations.begin(reader, Relation.MUTES, authors.become(author));
        relations.begin(author, Relation.BLOCKS, authors.become(home.member(2)));
        jdbc.sql("update note set visible_from = 0 where code = ?")
                .param(note.value())
                .update();
        for (var who : List.of(reader, home.member(2), stranger)) {
            for (var words : List.of("番茄", "fanqie", "家常菜", "欧阳静一", "ouyangjingyi", "歐陽靜一")) {
                var found = search(words, "", who);
                assertThat(titles(found)).as(words).isEmpty();
                assertThat(ApiClient.<Map<String, Integer>>read(found, "$.counts")
                                .values())
                        .as(words)
                        .allMatch(it -> it == 0);
                assertThat(ApiClient.<List<String>>read(found, "$.also"))
                        .as(words)
                        .isEmpty();
                var suggested = get("/api/v1/search/suggestions?q=" + words + here(), who);
                assertThat(ApiClient.<List<String>>read(suggested, "$.items[*].text"))
                        .as(words)
                        .isEmpty();
            }
        }
        assertThat(page("/search?q=番茄" + here(), null)).doesNotContain("番茄炒蛋").contains("没有找到");
        assertThat(titles(search("番茄", "", home.member(3)))).containsExactly("番茄炒蛋");
        writing.change(author, note, draft("苹果", "y"));
        assertThat(titles(search("番茄", "&kind=NOTE", home.member(3)))).isEmpty();
    }

    @Test
    @DisplayName("the catalogue is for members, what is on offer for everybody")
    void catalogue() {
        assertThat(kinds(search("putao", "", reader))).contains("PRODUCT");
        var stranger = neighbourhoods.found(1, 2).member(0);
        assertThat(kinds(search("putao", "", stranger))).contains("OFFER").doesNotContain("PRODUCT");
        assertThat(page("/search?q=葡萄" + here(), null)).doesNotContain("/reviews/PRODUCT/");
    }

    @Test
    @DisplayName("what is found deep in a note is shown from there, and a text is words whatever stands in it")
    void highlight() {
        written(home.member(1), "长文", "开头。".repeat(200) + "<script>alert(1)</script>番茄真甜" + "结尾。".repeat(100));
        var found = search("番茄", "&kind=NOTE", reader);
        assertThat(ApiClient.<List<String>>read(found, "$.items[0].highlight[?(@.hit == true)].text"))
                .containsExactly("番茄");
        assertThat(page("/search?kind=NOTE&q=番茄" + here(), reader))
                .contains("<mark>番茄</mark>")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "，。！", " ' or 1=1-- ", "'&|!:*()<->", "\u202E", "%00", "<b>x</b>", "***=(", "[[[", "\\", "a"
            })
    @DisplayName("what cannot be looked for is refused over the API and shown safely on the page")
    void odd(String words) {
        written(home.member(1), "番茄炒蛋", "x");
        for (var uri : List.of("/search?q={q}", "/search/suggestions?q={q}", "/search?kind=NOTE&q={q}")) {
            assertThat(mvc.get()
                            .uri("/api/v1" + uri + here(), words)
                            .with(signedIn(reader))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .isIn(200, 400);
            var page = mvc.get().uri(uri + here(), words).exchange();
            assertThat(page).hasStatusOk();
            assertThat(body(page)).doesNotContain("番茄炒蛋", "<b>x</b>");
        }
        assertThat(search("长".repeat(61), "", reader)).hasStatus(400);
        assertThat(mvc.get().uri("/search?q={q}", "长".repeat(10_000)).exchange())
                .hasStatusOk();
        assertThat(search("番茄", "&kind=nothing", reader)).hasStatus(400);
    }

    @Test
    @DisplayName("the same number of statements for one note and for many; pages of notes lead on without a gap")
    void fewStatements() {
        written(home.member(1), "番茄", "x");
        page("/search?q=番茄" + here(), reader);
        var few = statements.ofThisThread(() -> page("/search?q=番茄" + here(), reader));
        jdbc.sql("""
            insert into note (community_id, id, code, author_id, title, body, pictures, topics, promoted)
            select n.community_id, uuidv7(), :here || lpad(i::text, 10, '0'), n.author_id, n.title, n.body,
                n.pictures, n.topics, false
            from generate_series(1, 60) i, (select * from note where community_id = :community) n
            """)
                .param("here", home.card().shortCode())
                .param("community", home.id().value())
                .update();
        var many = statements.ofThisThread(() -> page("/search?q=番茄" + here(), reader));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(12);

        var seen = new LinkedHashSet<String>();
        @Nullable String after = "";
        for (int i = 0; i < 10 && after != null; i++) {
            var found = search("番茄", "&kind=NOTE" + (after.isEmpty() ? "" : "&after=" + after), reader);
            ApiClient.<List<String>>read(found, "$.items[*].code")
                    .forEach(it -> assertThat(seen.add(it)).isTrue());
            after = read(found, "$.next");
        }
        assertThat(seen).hasSize(61);
    }

    private Code written(MemberId by, String title, String text) {
        return writing.write(by, draft(title, text));
    }

    private NoteDraft draft(String title, String text) {
        return new NoteDraft(
                home.card().shortCode(), title, text, List.of(), List.of("家常菜"), List.of(), "PUBLIC", null);
    }

    private String here() {
        return "&community=" + home.card().shortCode();
    }

    private MvcTestResult search(String words, String more, MemberId who) {
        return get("/api/v1/search?q=" + words + here() + more, who);
    }

    private static List<String> titles(MvcTestResult found) {
        return read(found, "$.items[*].title");
    }

    private static List<String> kinds(MvcTestResult found) {
        return read(found, "$.items[*].kind");
    }

    private MvcTestResult get(String uri, MemberId who) {
        return mvc.get().uri(uri).with(signedIn(who)).exchange();
    }

    private String page(String uri, @Nullable MemberId who) {
        var request = mvc.get().uri(uri).header("Accept-Language", "zh-CN");
        return body((who == null ? request : request.with(signedIn(who))).exchange());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor signedIn(MemberId member) {
        return Visitor.signedIn(new SignedIn(member, "小李", false, null));
    }
}
