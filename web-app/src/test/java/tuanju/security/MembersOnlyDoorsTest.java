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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/**
 * Every door to a cycle, an offer or a team that is for members only: for strangers and for members of another community it is
 * as if nothing stood behind it, by the same statements; members, leaders and operators find what they found before.
 */
@DisplayName("A-100 what is for members is not there for others")
class MembersOnlyDoorsTest extends AtEveryDoor {

    private static final Set<String> THINGS = Set.of("cycle", "offer", "team");

    @Autowired
    Memberships memberships;

    private MemberId member = new MemberId(new UUID(0, 0));

    @BeforeAll
    void somethingIsForMembersOnly() {
        member = world.otherMember();
        memberships.join(member, home());
        show("order_cycle", 0);
        show("team_offer", 0);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("nobody who is not signed in finds it")
    @MethodSource("doors")
    void nobodyFindsIt(Row row) {
        looksLikeNothing(row, null);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("no member, and no leader, of another community finds it")
    @MethodSource("doors")
    void aMemberOfAnotherCommunityFindsNothing(Row row) {
        looksLikeNothing(row, world.otherLeader());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("members, leaders and operators find it")
    @MethodSource("forMembers")
    void whoMaySeeItGetsIn(Row row) {
        for (var me : List.of(member, world.rightful(Whose.LED), world.rightful(Whose.OPERATOR))) {
            var answer = ask(row, world.examples(), me);
            assertThat(answer.getResponse().getStatus()).as(text(answer)).isBetween(200, 399);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("chats, which are nobody, draw no picture of it, whoever asks")
    @MethodSource("drawn")
    void noPictureIsDrawnOfIt(Row row) {
        assertThat(ask(row, world.examples(), member)).hasStatus(404);
    }

    @Test
    @DisplayName("who has no such level finds nothing, and who was sent away neither")
    void aLevelIsADoor() {
        var page = row("GET", "/c/{code}");
        show("order_cycle", 3);
        looksLikeNothing(page, member);
        jdbc.sql("update membership set level = 3 where member_id = ?")
                .param(member.value())
                .update();
        assertThat(ask(page, world.examples(), member)).hasStatusOk();
        memberships.leave(member, home());
        looksLikeNothing(page, member);
        memberships.join(member, home());
        show("order_cycle", 0);
    }

    @Test
    @DisplayName("prices are not told and links not made of it")
    void codesInBodiesAreDoorsToo() {
        for (var kind : THINGS) {
            for (var body : List.of(
                    "/api/v1/quotes {\"%s\":\"CODE\",\"lines\":[{\"pieces\":1}]}".formatted(kind),
                    "/api/v1/links {\"target\":{\"kind\":\"%s\",\"code\":\"CODE\"}}".formatted(kind))) {
                assertThat(told(body, kind, world.examples(), world.otherLeader()))
                        .as(body)
                        .isEqualTo(told(body, kind, world.absentExamples(), world.otherLeader()))
                        .startsWith("404");
                assertThat(told(body, kind, world.examples(), member)).as(body).doesNotStartWith("404");
            }
        }
    }

    @Test
    @DisplayName("lists leave it out for those who may not see it")
    void listsLeaveItOut() {
        var offer = world.examples().get("offer");
        var cycle = world.examples().get("cycle");
        var shortCode = world.examples().get("shortCode");
        for (var list : List.of(
                "/",
                "/api/v1/team-offers?community=" + shortCode,
                "/l/" + world.examples().get("storefront"),
                "/api/v1/leaders/" + world.examples().get("storefront"))) {
            assertThat(page(list, world.otherLeader())).as(list).isNotEmpty().doesNotContain(offer, cycle);
            assertThat(page(list, member)).as(list).contains(offer);
        }
    }

    @Test
    @DisplayName("what is hidden costs the statements of what never was")
    void hidingCostsNothingElse() {
        for (var row : List.of(row("GET", "/c/{code}"), row("GET", "/o/{code}"), row("GET", "/t/{code}"))) {
            ask(row, world.examples(), world.otherLeader());
            var hidden = statements.ofThisThread(() -> ask(row, world.examples(), world.otherLeader()));
            var absent = statements.ofThisThread(() -> ask(row, world.absentExamples(), world.otherLeader()));
            assertThat(hidden).as(row.route()).hasSameSizeAs(absent);
        }
    }

    @Test
    @DisplayName("a door that forgets to ask is noticed")
    void aDoorThatForgetsIsNoticed() {
        var asked = jdbc.sql("select pg_get_functiondef('may_see(uuid, uuid, smallint)'::regprocedure)")
                .query(String.class)
                .single();
        jdbc.sql("""
                        create or replace function may_see(community uuid, viewer uuid, visible_from smallint) returns boolean
                        language sql stable as 'select true'
                        """).update();
        try {
            for (var route : List.of("/c/{code}", "/o/{code}", "/t/{code}", "/c/{code}/live", "/t/{code}/qr.svg")) {
                assertThatThrownBy(() -> looksLikeNothing(row("GET", route), null))
                        .as(route)
                        .isInstanceOf(AssertionError.class);
            }
        } finally {
            jdbc.sql(asked).update();
        }
    }

    static Stream<Row> doors() {
        return Routes.table().stream()
                .filter(row -> row.examples().values().stream().anyMatch(THINGS::contains));
    }

    static Stream<Row> forMembers() {
        return doors().filter(
                        row -> row.method().equals("GET") && !row.pattern().contains("/link-"))
                .filter(row -> row.whose() == Whose.OPEN || row.whose() == Whose.MEMBER);
    }

    static Stream<Row> drawn() {
        return doors().filter(row -> row.pattern().contains("/link-"));
    }

    private static Row row(String method, String pattern) {
        return Routes.table().stream()
                .filter(it -> it.route().equals(method + " " + pattern))
                .findFirst()
                .orElseThrow();
    }

    private void looksLikeNothing(Row row, @Nullable MemberId me) {
        var there = ask(row, world.examples(), me);
        assertThat(there.getResponse().getStatus()).as(text(there)).isBetween(300, 499);
        assertThat(seen(there)).isEqualTo(seen(ask(row, world.absentExamples(), me)));
    }

    private String seen(MvcTestResult answer) {
        var response = answer.getResponse();
        return world.anonymous(response.getStatus() + " " + response.getHeader("Location") + "\n" + text(answer));
    }

    private MvcTestResult ask(Row row, Map<String, String> examples, @Nullable MemberId me) {
        RequestPostProcessor who = me == null ? it -> it : DoorWorld.as(me);
        if (row.method().equals("GET")) {
            var request = mvc.get().uri(URI.create(row.path(examples))).with(who);
            return row.pattern().endsWith("/live") ? request.asyncExchange() : request.exchange();
        }
        return Sending.good(row, mappings(), examples, who)
                .findFirst()
                .orElseThrow()
                .exchange(mvc);
    }

    private String page(String path, MemberId me) {
        return text(mvc.get()
                .uri(path)
                .cookie(new Cookie("community", world.examples().get("shortCode")))
                .with(DoorWorld.as(me))
                .exchange());
    }

    private String told(String body, String kind, Map<String, String> examples, MemberId me) {
        var parts = body.split(" ", 2);
        var answer = mvc.post()
                .uri(parts[0])
                .with(DoorWorld.as(me))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(parts[1].replace("CODE", examples.get(kind)))
                .exchange();
        return seen(answer);
    }

    private void show(String table, int from) {
        jdbc.sql("update " + table + " set visible_from = ? where community_id = ?")
                .params(from, home().value())
                .update();
    }

    private CommunityId home() {
        return new CommunityId(UUID.fromString(world.examples().getOrDefault("communityId", "")));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
