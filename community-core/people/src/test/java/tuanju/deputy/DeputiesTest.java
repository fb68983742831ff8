package tuanju.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.Residents;
import support.TestDatabase;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.MemberId;

@SpringBootTest
@Import({TestDatabase.class, Residents.class})
@ActiveProfiles("test")
class DeputiesTest {

    @Autowired
    Deputies deputies;

    @Autowired
    Leading leading;

    @Autowired
    Leaders leaders;

    @Autowired
    Communities communities;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Residents residents;

    private final Instant friday = Instant.now().plus(Duration.ofDays(3));
    private MemberId leader;
    private MemberId neighbour;
    private CommunityCard home;

    @BeforeEach
    void leadSomewhere() {
        leader = residents.settle("王姐");
        neighbour = residents.settle("小李");
        home = communities.found("副手" + UUID.randomUUID().toString().substring(0, 6), "上海市闵行区");
        leaders.appoint(leader, home.id(), leader);
    }

    @Test
    void aDeputyMayWhatTheyWereNamedForAndNothingElse() {
        name(Set.of(Right.HAND_OVER, Right.LISTS), friday);

        assertThat(may(Right.HAND_OVER)).isTrue();
        assertThat(may(Right.LISTS)).isTrue();
        assertThat(may(Right.PHONES)).isFalse();
        assertThat(leading.posts(neighbour, Right.HAND_OVER)).containsExactly(new Post(home, leader));
        assertThat(leading.posts(neighbour, Right.ORDERS)).isEmpty();
        assertThat(leaders.leads(neighbour, home.id())).isFalse();
    }

    @Test
    void aLeaderMayEverythingThemselves() {
        for (var right : Right.values()) {
            assertThat(leading.may(leader, right, home.id(), leader)).isTrue();
        }
    }

    @Test
    void itEndsTheMomentTheLeaderSaysSo() {
        var deputy = name(Set.of(Right.HAND_OVER), friday);

        deputies.end(leader, home.id(), deputy);

        assertThat(may(Right.HAND_OVER)).isFalse();
        assertThat(leading.leadsOrStandsIn(neighbour)).isFalse();
        assertThatThrownBy(() -> deputies.end(leader, home.id(), deputy)).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("it is over by itself when its day has come, by the database's clock")
    void itIsOverByItself() {
        var deputy = name(Set.of(Right.HAND_OVER), friday);
        jdbc.sql("update deputy set named_at = now() - interval '2 days', until = now() where id = ?")
                .param(deputy)
                .update();

        assertThat(may(Right.HAND_OVER)).isFalse();
        assertThat(deputies.of(leader, home.id())).singleElement().matches(DeputyCard::expired);
    }

    @Test
    void itIsOverWhenTheLeaderLeadsNoMore() {
        name(Set.of(Right.HAND_OVER), friday);

        leaders.revoke(leader, home.id(), leader, "搬走了");

        assertThat(may(Right.HAND_OVER)).isFalse();
        assertThat(leading.posts(neighbour, Right.HAND_OVER)).isEmpty();
    }

    @Test
    void namingThemAnewReplacesTheirRights() {
        name(Set.of(Right.HAND_OVER, Right.PHONES), friday);

        name(Set.of(Right.LISTS), friday);

        assertThat(may(Right.PHONES)).isFalse();
        assertThat(may(Right.LISTS)).isTrue();
        assertThat(deputies.of(leader, home.id())).hasSize(1);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> name(Set.of(), friday)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> name(Set.of(Right.LISTS), Instant.now())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> name(Set.of(Right.LISTS), Instant.now().plus(Duration.ofDays(400))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        deputies.name(leader, new Deputies.Naming(home.id(), leader, Set.of(Right.LISTS), friday)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        deputies.name(neighbour, new Deputies.Naming(home.id(), leader, Set.of(Right.LISTS), friday)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void namingAndEndingAreOnRecord() {
        var deputy = name(Set.of(Right.LISTS), friday);
        deputies.end(leader, home.id(), deputy);

        assertThat(audit.about("member " + neighbour.value(), 5))
                .extracting(AuditEntry::action)
                .containsExactly("deputy.named");
        assertThat(audit.about("deputy " + deputy, 5))
                .extracting(AuditEntry::action)
                .containsExactly("deputy.ended");
    }

    private UUID name(Set<Right> rights, Instant until) {
        return deputies.name(leader, new Deputies.Naming(home.id(), neighbour, rights, until));
    }

    private boolean may(Right right) {
        return leading.may(neighbour, right, home.id(), leader);
    }
}
