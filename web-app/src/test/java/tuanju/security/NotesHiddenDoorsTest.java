package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/**
 * Every door to a note, found by the table of routes, and every list of notes: for whom it is not there it is as if it never was,
 * whatever the reason.
 */
@DisplayName("A-110 a note that somebody may not see is not there for them")
class NotesHiddenDoorsTest extends AtEveryDoor {

    private static final Set<String> THINGS = Set.of("note", "comment");

    @Autowired
    Memberships memberships;

    private MemberId reader = new MemberId(new UUID(0, 0));
    private MemberId author = new MemberId(new UUID(0, 0));

    /** Why somebody does not see it. */
    enum Hiding {
        MEMBERS("update note set visible_from = 0"),
        LEVEL("update note set visible_from = 3"),
        MUTED("insert into aversion (member_id, other_id, blocked) values (:reader, :author, false)"),
        BLOCKED("insert into aversion (member_id, other_id, blocked) values (:reader, :author, true)"),
        BLOCKS("insert into aversion (member_id, other_id, blocked) values (:author, :reader, true)"),
        HIDDEN("update note set hidden_at = now(), hidden_by = :reader, hidden_reason = '广告'"),
        WITHDRAWN("update note set withdrawn_at = now()");

        private final String statement;

        Hiding(String statement) {
            this.statement = statement;
        }
    }

    @BeforeAll
    void somebodyReads() {
        reader = world.otherMember();
        author = world.rightful(Whose.OWN);
        memberships.join(reader, home());
        memberships.join(author, home());
        for (var one : List.of(reader, world.otherLeader())) {
            jdbc.sql("insert into note_author (member_id, code) values (?, ?) on conflict (member_id) do nothing")
                    .params(one.value(), "%012d".formatted(System.nanoTime() % 1_000_000_000_000L))
                    .update();
        }
        jdbc.sql("insert into following (member_id, other_id) values (?, ?)")
                .params(reader.value(), author.value())
                .update();
        jdbc.sql("insert into note_kept (community_id, note_id, member_id) select community_id, id, ? from note")
                .param(reader.value())
                .update();
    }

    @AfterEach
    void everythingIsThereAgain() {
        jdbc.sql("update note set visible_from = null, hidden_at = null, hidden_by = null, hidden_reason = null,"
                        + " withdrawn_at = null")
                .update();
        jdbc.sql("delete from aversion").update();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hiding.class)
    @DisplayName("no page and no endpoint finds it")
    void noDoorFindsIt(Hiding hiding) {
        hide(hiding);
        for (var row : doors().toList()) {
            looksLikeNothing(row, outsider(hiding));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Hiding.class)
    @DisplayName("no list holds it, also not of what was kept or followed")
    void noListHoldsIt(Hiding hiding) {
        var note = world.examples().get("note");
        for (var list : lists()) {
            assertThat(page(list, reader)).as(list).contains(note);
        }
        hide(hiding);
        for (var list : lists()) {
            assertThat(page(list, outsider(hiding))).as(list).doesNotContain(note);
        }
    }

    @Test
    @DisplayName("who is not signed in finds none that is not for everybody")
    void strangersFindNothing() {
        hide(Hiding.MEMBERS);
        for (var row : doors().filter(it -> it.whose() == Whose.OPEN).toList()) {
            looksLikeNothing(row, null);
        }
        assertThat(page("/notes?community=" + world.examples().get("shortCode"), null))
                .doesNotContain(world.examples().get("note"));
    }

    @Test
    @DisplayName("a door that forgets to ask is noticed")
    void aDoorThatForgetsIsNoticed() {
        for (var row : doors().filter(it -> it.method().equals("GET")).toList()) {
            assertThatThrownBy(() -> looksLikeNothing(row, row.whose() == Whose.OWN ? author : reader))
                    .as(row.route())
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static Stream<Row> doors() {
        return Routes.table().stream()
                .filter(row -> row.examples().values().stream().anyMatch(THINGS::contains));
    }

    private List<String> lists() {
        var here = world.examples().get("shortCode");
        return List.of(
                "/notes?community=" + here,
                "/api/v1/feeds/community?community=" + here,
                "/me/following-notes",
                "/api/v1/feeds/following",
                "/me/kept-notes",
                "/people/" + world.examples().get("author"));
    }

    private void hide(Hiding hiding) {
        jdbc.sql(hiding.statement)
                .param("reader", reader.value())
                .param("author", author.value())
                .update();
    }

    /** Levels and mutes are of members, who see all else. */
    private MemberId outsider(Hiding hiding) {
        return hiding == Hiding.MEMBERS ? world.otherLeader() : reader;
    }

    private void looksLikeNothing(Row row, @org.jspecify.annotations.Nullable MemberId me) {
        var there = ask(row, world.examples(), me);
        assertThat(there.getResponse().getStatus())
                .as(row.route() + " " + text(there))
                .isBetween(300, 499);
        assertThat(seen(there)).as(row.route()).isEqualTo(seen(ask(row, world.absentExamples(), me)));
    }

    private String seen(MvcTestResult answer) {
        var response = answer.getResponse();
        return world.anonymous(response.getStatus() + " " + response.getHeader("Location") + "\n" + text(answer));
    }

    private MvcTestResult ask(Row row, Map<String, String> examples, @org.jspecify.annotations.Nullable MemberId me) {
        org.springframework.test.web.servlet.request.RequestPostProcessor who =
                me == null ? it -> it : DoorWorld.as(me);
        if (row.method().equals("GET")) {
            return mvc.get().uri(URI.create(row.path(examples))).with(who).exchange();
        }
        return Sending.good(row, mappings(), examples, who)
                .findFirst()
                .orElseThrow()
                .exchange(mvc);
    }

    private String page(String path, @org.jspecify.annotations.Nullable MemberId me) {
        return text(mvc.get()
                .uri(path)
                .cookie(new Cookie("community", world.examples().get("shortCode")))
                .with(me == null ? it -> it : DoorWorld.as(me))
                .exchange());
    }

    private CommunityId home() {
        return new CommunityId(UUID.fromString(world.examples().getOrDefault("communityId", "")));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
