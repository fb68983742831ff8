package tuanju.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionOperations;
import support.Residents;
import support.TestDatabase;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.member.UnprovenPhone;
import tuanju.member.operators.Operators;
import tuanju.membership.MembersOfLeader.Asked;
import tuanju.membership.MembersOfLeader.Shown;

@SpringBootTest
@Import({TestDatabase.class, Residents.class})
@ActiveProfiles("test")
@RecordApplicationEvents
class MembershipsTest {

    @Autowired
    Memberships memberships;

    @Autowired
    Belonging belonging;

    @Autowired
    MembersOfLeader list;

    @Autowired
    Leaders leaders;

    @Autowired
    Operators operators;

    @Autowired
    Communities communities;

    @Autowired
    PersonalMemberships personal;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Residents residents;

    @Autowired
    ApplicationEvents events;

    private MemberId leader;
    private MemberId neighbour;
    private CommunityId home;

    @BeforeEach
    void leadSomewhere() {
        leader = residents.settle("王姐");
        neighbour = residents.settle("小李");
        home = communities
                .found("成员" + UUID.randomUUID().toString().substring(0, 6), "上海市闵行区")
                .id();
        leaders.appoint(leader, home, leader);
    }

    @Test
    void whoJoinsTwiceJoinedOnce() {
        memberships.join(neighbour, home);
        memberships.join(neighbour, home);

        assertThat(memberships.communitiesOf(neighbour)).containsExactly(home);
        assertThat(events.stream(MemberJoined.class).filter(it -> it.member().equals(neighbour)))
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.source()).isEqualTo(Source.OWN_ACT));
    }

    @Test
    void whoLeftIsNotBroughtBackByAnOrderAndComesBackAtNoLevel() {
        memberships.arrive(neighbour, home, Source.ORDER);
        belonging.level(about(neighbour), 3, "");
        memberships.leave(neighbour, home);
        memberships.arrive(neighbour, home, Source.ORDER);
        assertThat(memberships.communitiesOf(neighbour)).isEmpty();

        memberships.join(neighbour, home);

        assertThat(memberships.of(neighbour, home)).hasValueSatisfying(it -> {
            assertThat(it.level()).isZero();
            assertThat(it.source()).isEqualTo(Source.OWN_ACT);
        });
        assertThat(events.stream(MemberLeft.class))
                .singleElement()
                .satisfies(it -> assertThat(it.ended()).isFalse());
    }

    @Test
    void whoseMembershipWasEndedDoesNotJoinAgainUntilTheirLeaderTakesItBack() {
        memberships.join(neighbour, home);
        belonging.level(about(neighbour), 2, "老邻居");
        belonging.end(about(neighbour), "一直在群里发广告");

        assertThatThrownBy(() -> memberships.join(neighbour, home)).isInstanceOf(CannotBelong.class);
        memberships.arrive(neighbour, home, Source.ORDER);
        assertThat(memberships.communitiesOf(neighbour)).isEmpty();
        assertThat(sees(neighbour, 0)).isFalse();

        belonging.restore(about(neighbour));

        assertThat(memberships.of(neighbour, home))
                .hasValueSatisfying(it -> assertThat(it.level()).isEqualTo(2));
        assertThat(audit.latest(null, 50))
                .filteredOn(it -> it.subject().equals("member " + neighbour.value()))
                .extracting(AuditEntry::action, AuditEntry::detail)
                .contains(
                        tuple("membership.level", "0 → 2 – 老邻居"),
                        tuple("membership.ended", "一直在群里发广告"),
                        tuple("membership.restored", ""));
        assertThat(told(neighbour))
                .containsExactly("membership.told.level", "membership.told.ended", "membership.told.restored");
    }

    @Test
    void anEndHasAReasonALevelHasBoundsAndStrangersHaveNeither() {
        memberships.join(neighbour, home);

        assertThatThrownBy(() -> belonging.end(about(neighbour), "  ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> belonging.level(about(neighbour), 10, "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> belonging.level(about(neighbour), -1, "")).isInstanceOf(Invalid.class);
        var stranger = residents.settle("路人");
        assertThatThrownBy(() -> belonging.level(about(stranger), 1, "")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> belonging.end(about(stranger), "x")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> belonging.restore(about(stranger))).isInstanceOf(NotFound.class);
    }

    @Test
    void whoLeadsBelongsAsALeaderAndAsAMemberAfterwards() {
        assertThat(memberships.of(leader, home))
                .hasValueSatisfying(it -> assertThat(it.isLeader()).isTrue());
        assertThatThrownBy(() -> memberships.leave(leader, home)).isInstanceOf(CannotBelong.class);
        assertThatThrownBy(() -> belonging.end(about(leader), "x")).isInstanceOf(CannotBelong.class);

        leaders.revoke(leader, home, leader, "搬走了");

        assertThat(memberships.of(leader, home)).hasValueSatisfying(it -> {
            assertThat(it.isActive()).isTrue();
            assertThat(it.role()).isEqualTo(Role.MEMBER);
        });
        memberships.leave(leader, home);
        leaders.appoint(leader, home, neighbour);
        assertThat(memberships.of(leader, home))
                .hasValueSatisfying(it -> assertThat(it.isLeader()).isTrue());
        assertThat(events.stream(MembershipChanged.class)
                        .filter(it -> it.member().equals(leader))
                        .map(MembershipChanged::role))
                .containsExactly(Role.LEADER, Role.MEMBER, Role.LEADER);
    }

    @Test
    void withoutAProvenPhoneNobodyBelongs() {
        residents.forgetProof(neighbour);

        assertThatThrownBy(() -> memberships.join(neighbour, home)).isInstanceOf(UnprovenPhone.class);
        memberships.arrive(neighbour, home, Source.ORDER);

        assertThat(memberships.of(neighbour, home)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into membership (community_id, member_id, source) values (?, ?, 'ORDER')")
                        .params(home.value(), neighbour.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void everybodySeesWhatIsPublicMembersTheirsLeadersAndOperatorsAll() {
        var stranger = residents.settle("路人");
        var operator = residents.settle("运营");
        operators.appoint(operator);
        memberships.join(neighbour, home);
        belonging.level(about(neighbour), 2, "");

        assertThat(seenBy(null)).containsExactly(-1);
        assertThat(seenBy(stranger)).containsExactly(-1);
        assertThat(seenBy(neighbour)).containsExactly(-1, 0, 1, 2);
        assertThat(seenBy(leader)).containsExactly(-1, 0, 1, 2, 3);
        assertThat(seenBy(operator)).containsExactly(-1, 0, 1, 2, 3);
    }

    @Test
    void aLongListIsReadInPagesAndFoundByWords() {
        var joined = new ArrayList<MemberId>();
        for (int i = 0; i < MembersOfLeader.PAGE + 3; i++) {
            var member = residents.settle("邻居" + i);
            memberships.join(member, home);
            joined.add(member);
        }

        var first = list.page(home, new Asked(Shown.ACTIVE, "", null));
        var second = list.page(home, new Asked(Shown.ACTIVE, "", UUID.fromString(String.valueOf(first.next()))));

        assertThat(first.shown()).hasSize(MembersOfLeader.PAGE);
        assertThat(second.shown()).hasSize(4);
        assertThat(second.next()).isNull();
        assertThat(List.of(first.shown(), second.shown()))
                .flatExtracting(it -> it)
                .extracting(Membership::member)
                .containsAll(joined)
                .contains(leader)
                .doesNotHaveDuplicates();
        assertThat(list.page(home, new Asked(Shown.ACTIVE, "邻居52", null)).shown())
                .extracting(Membership::member)
                .containsExactly(joined.getLast());
    }

    @Test
    void aClosedAccountBelongsNowhere() {
        memberships.join(neighbour, home);

        transaction.executeWithoutResult(status -> {
            personal.forget(neighbour);
            personal.forget(neighbour);
        });

        assertThat(memberships.of(neighbour, home)).isEmpty();
        assertThat(events.stream(MemberLeft.class)).hasSize(1);
    }

    private Belonging.About about(MemberId member) {
        return new Belonging.About(home, member, leader);
    }

    /** Of what is visible to all (-1), to members (0) and from each of three levels. */
    private List<Integer> seenBy(@Nullable MemberId viewer) {
        var seen = new ArrayList<Integer>();
        for (int from = -1; from <= 3; from++) {
            if (sees(viewer, from)) {
                seen.add(from);
            }
        }
        return seen;
    }

    private boolean sees(@Nullable MemberId viewer, int from) {
        return jdbc.sql("select may_see(:community, :viewer, nullif(:from, -1)::smallint)")
                .param("community", home.value())
                .param("viewer", viewer == null ? null : viewer.value(), Types.OTHER)
                .param("from", from)
                .query(Boolean.class)
                .single();
    }

    private List<String> told(MemberId member) {
        return jdbc.sql("select topic from notification where member_id = ? order by id")
                .param(member.value())
                .query(String.class)
                .list();
    }
}
