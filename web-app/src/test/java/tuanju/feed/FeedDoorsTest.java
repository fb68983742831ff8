package tuanju.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
@DisplayName("Notes for somebody")
class FeedDoorsTest {

    private static final String FOR_YOU = "/api/v1/feeds/for-you";

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
        home = neighbourhoods.found(8, 2);
        reader = home.member(0);
        home.members().forEach(it -> memberships.join(it, home.id()));
    }

    @Test
    @DisplayName("whom one knows stands first and says so; one's own is not there, and who is muted or blocks is gone")
    void knownAndMuted() {
        var own = written(reader, "自己的", "x");
        var known = written(home.member(1), "认识的", "x");
        var other = written(home.member(2), "不认识的", "x");
        var muted = written(home.member(3), "静音的", "x");
        var blocks = written(home.member(4), "拉黑我的", "x");
        relations.begin(reader, Relation.FOLLOWS, code(home.member(1)));
        relations.begin(home.member(1), Relation.FOLLOWS, code(reader));
        relations.begin(reader, Relation.MUTES, code(home.member(3)));
        relations.begin(home.member(4), Relation.BLOCKS, code(reader));
        var feed = get(FOR_YOU, reader);
        assertThat(codes(feed)).containsExactly(known.value(), other.value());
        assertThat(ApiClient.<List<String>>read(feed, "$.items[*].why")).containsExactly("known", "recent");
        assertThat(codes(feed)).doesNotContain(own.value(), muted.value(), blocks.value());
        assertThat(page("/me/for-you-notes", reader)).contains("你们互相关注", "认识的", "按时间看");
        var stranger = neighbourhoods.found(1, 2).member(0);
        assertThat(codes(get(FOR_YOU, stranger))).isEmpty();
    }

    @Test
    @DisplayName("what others found good comes before what is as old; following one way is not knowing")
    void liked() {
        var plain = written(home.member(1), "没人点", "x");
        var liked = written(home.member(2), "有人点", "x");
        jdbc.sql("""
            insert into note_reaction (community_id, note_id, member_id, kind)
            select community_id, id, ?, 'USEFUL' from note where code = ?
            union all select community_id, id, ?, 'GOOD' from note where code = ?
            """)
                .params(home.member(5).value(), liked.value(), home.member(6).value(), liked.value())
                .update();
        relations.begin(reader, Relation.FOLLOWS, code(home.member(1)));
        var feed = get(FOR_YOU, reader);
        assertThat(codes(feed)).containsExactly(liked.value(), plain.value());
        assertThat(ApiClient.<List<String>>read(feed, "$.items[*].why")).containsExactly("liked", "recent");
    }

    @Test
    @DisplayName("a page asks at most eight times, the same for five notes and for fifty; pages lead on without a gap")
    void fewStatements() {
        for (int i = 0; i < 5; i++) {
            written(home.member(1 + i), "第 " + i, "x");
        }
        page("/me/for-you-notes", reader);
        var few = statements.ofThisThread(() -> page("/me/for-you-notes", reader));
        jdbc.sql("""
            insert into note (community_id, id, code, author_id, title, body, pictures, topics, promoted)
            select n.community_id, uuidv7(), :here || lpad((i * 10 + n.place)::text, 10, '0'), n.author_id, n.title, n.body,
                n.pictures, n.topics, false
            from generate_series(1, 9) i, (select *, row_number() over (order by id) as place from note
                where community_id = :community) n
            """)
                .param("here", home.card().shortCode())
                .param("community", home.id().value())
                .update();
        var many = statements.ofThisThread(() -> page("/me/for-you-notes", reader));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(8);

        var seen = new LinkedHashSet<String>();
        @Nullable String after = "";
        for (int i = 0; i < 10 && after != null; i++) {
            var feed = get(FOR_YOU + "?limit=9" + (after.isEmpty() ? "" : "&after=" + after), reader);
            codes(feed).forEach(it -> assertThat(seen.add(it)).isTrue());
            after = read(feed, "$.next");
            written(home.member(1 + i % 5), "后来的 " + i, "x");
        }
        assertThat(seen).hasSize(50);
    }

    private Code written(MemberId by, String title, String text) {
        return writing.write(by, draft(title, text));
    }

    private NoteDraft draft(String title, String text) {
        return new NoteDraft(
                home.card().shortCode(), title, text, List.of(), List.of("家常菜"), List.of(), "PUBLIC", null);
    }

    private String code(MemberId member) {
        return authors.become(member);
    }

    private static List<String> codes(MvcTestResult feed) {
        return read(feed, "$.items[*].code");
    }

    private MvcTestResult get(String uri, MemberId who) {
        return mvc.get().uri(uri).with(signedIn(who)).exchange();
    }

    private String page(String uri, MemberId who) {
        return body(mvc.get()
                .uri(uri)
                .header("Accept-Language", "zh-CN")
                .with(signedIn(who))
                .exchange());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor signedIn(MemberId member) {
        return Visitor.signedIn(new SignedIn(member, "小李", false, null));
    }
}
