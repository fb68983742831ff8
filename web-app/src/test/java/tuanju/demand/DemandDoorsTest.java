package tuanju.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Statements;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Together;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;
import tuanju.note.Authors;
import tuanju.note.people.Relation;
import tuanju.note.people.Relations;

@WebTest
@DisplayName("The board of what neighbours want")
class DemandDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

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
    private MemberId neighbour;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(6, 2);
        home.members().forEach(it -> memberships.join(it, home.id()));
        neighbour = home.member(0);
    }

    @Test
    @DisplayName("three votes with what is open, none twice; what is declined gives its vote back and keeps it counted")
    void votes() {
        var ideas = IntStream.range(0, 4).mapToObj(it -> idea("想要 " + it)).toList();
        for (int i = 0; i < 3; i++) {
            assertThat(vote(ideas.get(i), neighbour)).hasStatus(204);
            assertThat(vote(ideas.get(i), neighbour)).as("again").hasStatus(204);
        }
        var refused = vote(ideas.get(3), neighbour);
        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains("no-votes-left");
        assertThat(ApiClient.<Integer>read(board(neighbour), "$.votesLeft")).isZero();
        assertThat(become(ideas.get(0), "DECLINED", "太占地方", home.leader())).hasStatus(204);
        assertThat(vote(ideas.get(3), neighbour)).hasStatus(204);
        assertThat(vote(ideas.get(0), home.member(1))).as("over").hasStatus(409);
        assertThat(send(HttpMethod.DELETE, "/api/v1/ideas/" + ideas.get(0) + "/vote", "", neighbour))
                .hasStatus(204);
        assertThat(count(ideas.get(0))).as("stays counted").isOne();
        assertThat(send(HttpMethod.DELETE, "/api/v1/ideas/" + ideas.get(1) + "/vote", "", neighbour))
                .hasStatus(204);
        assertThat(count(ideas.get(1))).isZero();
        assertThat(ApiClient.<Integer>read(board(neighbour), "$.votesLeft")).isOne();
        var stranger = neighbourhoods.found(1, 2).member(0);
        assertThat(vote(ideas.get(1), stranger)).as("does not belong").hasStatus(409);
    }

    @RepeatedTest(3)
    @DisplayName("eight taps at once on eight ideas give three votes")
    void tapsAtOnce() {
        var ideas = IntStream.range(0, 8).mapToObj(it -> idea("想要 " + it)).toList();
        var statuses = Together.run(ideas.stream()
                .<Callable<Integer>>map(
                        it -> () -> vote(it, neighbour).getResponse().getStatus())
                .toList());
        assertThat(statuses.stream().map(Together.Outcome::value)).containsOnly(204, 409);
        assertThat(statuses.stream().filter(it -> Integer.valueOf(204).equals(it.value())))
                .hasSize(3);
        assertThat(votesOf(neighbour)).isEqualTo(3);
    }

    @RepeatedTest(3)
    @DisplayName("votes, a merge and an answer at once: every vote is counted once, none for what was merged")
    void mergedMeanwhile() {
        var one = idea("小米");
        var other = idea("杂粮");
        vote(one, neighbour);
        vote(other, neighbour);
        var acts = new java.util.ArrayList<Callable<Integer>>();
        for (int i = 1; i < 5; i++) {
            var who = home.member(i);
            acts.add(() -> vote(one, who).getResponse().getStatus());
        }
        acts.add(() -> merge(one, other).getResponse().getStatus());
        Together.run(acts);
        merge(one, other);
        assertThat(count(one)).isZero();
        long voters = jdbc.sql("select count(distinct member_id) from idea_vote where community_id = ?")
                .param(home.id().value())
                .query(Long.class)
                .single();
        assertThat(count(other)).isEqualTo((int) voters).isPositive();
        assertThat(body(get("/ideas/" + one, null))).contains("/ideas/" + other);
        assertThat(vote(one, home.member(5))).hasStatus(409);
        assertThatThrownBy(
                        () -> jdbc.sql("""
                insert into idea_vote (community_id, idea_id, member_id) select community_id, id, ? from idea where code = ?
                """).params(home.member(5).value(), one).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("""
                insert into idea_vote (community_id, idea_id, member_id, place)
                select community_id, id, ?, 2 from idea where code = ?
                """).params(neighbour.value(), idea("另一条")).update())
                .as("a place twice")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("who leads says onward steps with a reason to everybody, once; voters are told, nobody else may")
    void answers() {
        var idea = idea("想要杂粮");
        vote(idea, home.member(2));
        assertThat(become(idea, "PLANNED", "装团长", home.member(1))).hasStatus(404);
        assertThat(become(idea, "PLANNED", "", home.leader())).hasStatus(400);
        assertThat(become(idea, "SOON", "下周", home.leader())).hasStatus(400);
        assertThat(become(idea, "TRYING", "下周试一车", home.leader())).hasStatus(204);
        assertThat(become(idea, "TRYING", "下周试一车", home.leader())).hasStatus(204);
        assertThat(become(idea, "PLANNED", "回头", home.leader())).hasStatus(409);
        assertThat(become(idea, "HERE", "<b>开团了</b>", home.leader())).hasStatus(204);
        assertThat(body(get("/ideas/" + idea, null)))
                .contains("下周试一车", "&lt;b&gt;开团了")
                .doesNotContain("<b>开团了");
        assertThat(jdbc.sql("select count(*) from notification where member_id = ? and link = ?")
                        .params(home.member(2).value(), "/ideas/" + idea)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(ApiClient.<List<String>>read(get("/api/v1/ideas/" + idea, neighbour), "$.answers[*].status"))
                .containsExactly("TRYING", "HERE");
        assertThat(merge(idea, idea)).hasStatus(409);
        assertThat(merge(idea, "nothing")).hasStatus(400);
    }

    @Test
    @DisplayName(
            "what somebody writes is words, refused words are refused; whom one mutes or blocks is not on the board")
    void written() {
        var idea = idea("<script>alert(1)</script>");
        assertThat(page("/ideas?community=" + home.card().shortCode(), null))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        relations.begin(home.member(3), Relation.MUTES, authors.become(home.member(1)));
        relations.begin(home.member(1), Relation.BLOCKS, authors.become(home.member(4)));
        for (var who : List.of(home.member(3), home.member(4))) {
            assertThat(ApiClient.<List<String>>read(board(who), "$.items[*].code"))
                    .isEmpty();
            assertThat(get("/api/v1/ideas/" + idea, who)).hasStatus(404);
            assertThat(get("/ideas/" + idea, who)).hasStatus(404);
            assertThat(vote(idea, who)).hasStatus(404);
        }
        var path = "/api/v1/communities/" + home.card().shortCode() + "/ideas";
        for (var body : List.of(
                "{}",
                "{\"title\":\"\"}",
                "{\"title\":\"" + "长".repeat(41) + "\"}",
                "{\"title\":\"x\",\"kind\":\"y\"}")) {
            assertThat(send(HttpMethod.POST, path, body, neighbour)).as(body).hasStatus(400);
        }
        var stranger = neighbourhoods.found(1, 2).member(0);
        assertThat(send(HttpMethod.POST, path, "{\"title\":\"我也要\"}", stranger)).hasStatus(409);
    }

    @Test
    @DisplayName("who was taken back, hidden or blocked gives its votes back; one's own vote is taken back unseen")
    void votesComeBack() {
        var ideas = IntStream.range(0, 3).mapToObj(it -> idea("想要 " + it)).toList();
        ideas.forEach(it -> assertThat(vote(it, neighbour)).hasStatus(204));
        assertThat(send(HttpMethod.DELETE, "/api/v1/ideas/" + ideas.get(0), "", neighbour))
                .as("somebody else's")
                .hasStatus(404);
        assertThat(send(HttpMethod.DELETE, "/api/v1/ideas/" + ideas.get(0), "", home.member(1)))
                .hasStatus(204);
        assertThat(get("/api/v1/ideas/" + ideas.get(0), neighbour)).hasStatus(404);
        assertThat(ApiClient.<Integer>read(board(neighbour), "$.votesLeft")).isOne();
        relations.begin(neighbour, Relation.BLOCKS, authors.become(home.member(1)));
        assertThat(ApiClient.<Integer>read(board(neighbour), "$.votesLeft")).isEqualTo(3);
        assertThat(send(HttpMethod.DELETE, "/api/v1/ideas/" + ideas.get(1) + "/vote", "", neighbour))
                .hasStatus(204);
        assertThat(count(ideas.get(1))).isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(vote(idea("别人想要 " + i, home.member(2)), neighbour)).hasStatus(204);
        }
        assertThat(votesOf(neighbour)).as("with the one that was taken back").isEqualTo(4);
        assertThat(placesOf(neighbour)).isEqualTo(3);
    }

    @Test
    @DisplayName("who leads reads and answers whoever blocked them")
    void blockedLeader() {
        var idea = idea("团长太忙");
        relations.begin(home.member(1), Relation.BLOCKS, authors.become(home.leader()));
        assertThat(get("/api/v1/ideas/" + idea, home.leader())).hasStatusOk();
        assertThat(ApiClient.<List<String>>read(board(home.leader()), "$.items[*].code"))
                .containsExactly(idea);
        assertThat(become(idea, "PLANNED", "多找一个人帮忙", home.leader())).hasStatus(204);
    }

    @Test
    @DisplayName("planned after all: a vote counts again where its owner has a place, and is gone where not")
    void plannedAfterAll() {
        var declined = idea("先不做的");
        vote(declined, neighbour);
        vote(declined, home.member(2));
        become(declined, "DECLINED", "放不下", home.leader());
        for (int i = 0; i < 3; i++) {
            vote(idea("想要 " + i), neighbour);
        }
        assertThat(become(declined, "PLANNED", "有仓库了", home.leader())).hasStatus(204);
        assertThat(count(declined)).as("who has three others gives none").isOne();
        assertThat(placesOf(neighbour)).isEqualTo(3);
        assertThat(placesOf(home.member(2))).isOne();
        assertThat(jdbc.sql("select count(*) from idea_vote v join idea i on i.id = v.idea_id where v.place is null"
                                + " and i.status in ('RECEIVED', 'PLANNED', 'TRYING') and i.withdrawn_at is null"
                                + " and i.community_id = ?")
                        .param(home.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("the most wanted first, page by page without a gap, by as few statements for many as for one")
    void pages() {
        idea("第一条");
        board(neighbour);
        var few = statements.ofThisThread(
                () -> page("/ideas?community=" + home.card().shortCode(), neighbour));
        jdbc.sql("""
            insert into idea (community_id, id, code, author_id, kind, title, body)
            select i.community_id, uuidv7(), :here || lpad(n::text, 10, '0'), i.author_id, 'WISH', '想要 ' || n, ''
            from generate_series(1, 500) n, (select * from idea where community_id = :community) i
            """)
                .param("here", home.card().shortCode())
                .param("community", home.id().value())
                .update();
        var wanted = home.card().shortCode() + "0000000007";
        vote(wanted, neighbour);
        var many = statements.ofThisThread(
                () -> page("/ideas?community=" + home.card().shortCode(), neighbour));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(9);
        var seen = new LinkedHashSet<String>();
        @Nullable String after = "";
        while (after != null) {
            var board = get(
                    "/api/v1/communities/" + home.card().shortCode() + "/ideas"
                            + (after.isEmpty() ? "" : "?after=" + after),
                    neighbour);
            ApiClient.<List<String>>read(board, "$.items[*].code")
                    .forEach(it -> assertThat(seen.add(it)).isTrue());
            after = read(board, "$.next");
        }
        assertThat(seen).hasSize(501).startsWith(wanted);
    }

    private String idea(String title) {
        return idea(title, home.member(1));
    }

    private String idea(String title, MemberId who) {
        var made = send(
                HttpMethod.POST,
                "/api/v1/communities/" + home.card().shortCode() + "/ideas",
                "{\"title\":\"" + title + "\",\"text\":\"细说\"}",
                who);
        assertThat(made).hasStatus(201);
        return read(made, "$.code");
    }

    private MvcTestResult vote(String idea, MemberId who) {
        return send(HttpMethod.PUT, "/api/v1/ideas/" + idea + "/vote", "", who);
    }

    private MvcTestResult become(String idea, String status, String reason, MemberId who) {
        return send(
                HttpMethod.PUT,
                "/api/v1/ideas/" + idea + "/status",
                "{\"status\":\"" + status + "\",\"reason\":\"" + reason + "\"}",
                who);
    }

    private MvcTestResult merge(String one, String into) {
        return send(
                HttpMethod.PUT, "/api/v1/ideas/" + one + "/merged-into", "{\"into\":\"" + into + "\"}", home.leader());
    }

    private int count(String idea) {
        return jdbc.sql("select count(*) from idea_vote v join idea i on i.id = v.idea_id where i.code = ?")
                .param(idea)
                .query(Integer.class)
                .single();
    }

    private int placesOf(MemberId member) {
        return jdbc.sql("select count(*) from idea_vote where member_id = ? and place is not null")
                .param(member.value())
                .query(Integer.class)
                .single();
    }

    private int votesOf(MemberId member) {
        return jdbc.sql("select count(*) from idea_vote where member_id = ?")
                .param(member.value())
                .query(Integer.class)
                .single();
    }

    private MvcTestResult board(MemberId who) {
        return get("/api/v1/communities/" + home.card().shortCode() + "/ideas", who);
    }

    private MvcTestResult send(HttpMethod method, String uri, String body, MemberId who) {
        return mvc.method(method)
                .uri(uri)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(csrf())
                .with(signedIn(who))
                .exchange();
    }

    private MvcTestResult get(String uri, @Nullable MemberId who) {
        var request = mvc.get().uri(uri).header("Accept-Language", "zh-CN");
        return (who == null ? request : request.with(signedIn(who))).exchange();
    }

    private String page(String uri, @Nullable MemberId who) {
        return body(get(uri, who));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor signedIn(MemberId member) {
        return Visitor.signedIn(new SignedIn(member, "小李", false, null));
    }
}
