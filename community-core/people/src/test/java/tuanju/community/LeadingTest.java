package tuanju.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import support.Residents;
import support.TestDatabase;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.member.MemberId;
import tuanju.member.UnprovenPhone;

@SpringBootTest
@Import({TestDatabase.class, Residents.class})
@ActiveProfiles("test")
@RecordApplicationEvents
class LeadingTest {

    @Autowired
    LeaderApplications applications;

    @Autowired
    Leaders leaders;

    @Autowired
    Communities communities;

    @Autowired
    PickupPoints points;

    @Autowired
    AuditTrail audit;

    @Autowired
    Residents residents;

    @Autowired
    JdbcClient jdbc;

    private MemberId member;
    private MemberId operator;

    @BeforeEach
    void somebodyAsksSomebody() {
        member = residents.settle("王姐");
        operator = residents.settle("运营");
    }

    @Test
    void anApprovedApplicationFoundsACommunityWithALeader(@Autowired ApplicationEvents events) {
        var application = applications.apply(member, newCommunity());
        var community = applications.approve(application, operator);
        assertThat(leaders.leads(member, community.id())).isTrue();
        assertThat(leaders.communitiesLedBy(member)).containsExactly(community);
        assertThat(events.stream(LeaderApproved.class)).containsExactly(new LeaderApproved(member, community.id()));
        assertThat(trailOf(member)).containsExactly("leader.approved");
    }

    @Test
    void aDecisionIsFinal() {
        var application = applications.apply(member, newCommunity());
        applications.decline(application, operator, "先做几次团员吧");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> applications.approve(application, operator));
        assertThat(leaders.leadsAnywhere(member)).isFalse();
        assertThat(applications.latestOf(member).orElseThrow().decisionReason()).isEqualTo("先做几次团员吧");
    }

    @Test
    void oneApplicationWaitsAtATime() {
        applications.apply(member, newCommunity());
        assertThatExceptionOfType(CannotApply.class).isThrownBy(() -> applications.apply(member, newCommunity()));
        assertThat(applications.waiting())
                .filteredOn(it -> it.member().equals(member))
                .hasSize(1);
    }

    @Test
    void aDeclineNeedsAReason() {
        var application = applications.apply(member, newCommunity());
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> applications.decline(application, operator, "  "));
    }

    @Test
    @DisplayName("A-07 a revoked leader leads nothing from then on, and may be appointed again")
    void aRevokedLeaderLeadsNothing() {
        var community = communities.found("河畔花园", "紫龙路500弄");
        leaders.appoint(member, community.id(), operator);
        var point = points.open(community.id(), member, gate("3号门"));
        leaders.revoke(member, community.id(), operator, "搬走了");
        assertThat(leaders.leads(member, community.id())).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> points.close(community.id(), point.id(), member));
        leaders.appoint(member, community.id(), operator);
        assertThat(leaders.leads(member, community.id())).isTrue();
    }

    @Test
    @DisplayName("W-10 nobody with an unproven phone leads or asks to, by no way and not in the table")
    void anUnprovenPhoneLeadsNothing() {
        var community = communities.found("河畔花园", "紫龙路500弄");
        var stranger = residents.unproven(Residents.anyPhone(), "lantern over the river", "陌生人");
        assertThatExceptionOfType(UnprovenPhone.class)
                .isThrownBy(() -> leaders.appoint(stranger, community.id(), operator));
        assertThatExceptionOfType(UnprovenPhone.class).isThrownBy(() -> applications.apply(stranger, newCommunity()));
        assertThatThrownBy(() -> jdbc.sql("insert into leader (community_id, member_id, appointed_by) values (?, ?, ?)")
                        .params(community.id().value(), stranger.value(), operator.value())
                        .update())
                .hasMessageContaining("is not proven");
    }

    @Test
    @DisplayName("W-10 an application of release 0.1.0 waits until its phone is proven")
    void anApplicationOfBeforeWaitsForACode() {
        var application = applications.apply(member, newCommunity());
        residents.forgetProof(member);
        assertThatExceptionOfType(UnprovenPhone.class).isThrownBy(() -> applications.approve(application, operator));
        assertThat(leaders.leadsAnywhere(member)).isFalse();
    }

    @Test
    void aPointBelongsToItsLeaderAndItsCommunity() {
        var community = communities.found("河畔花园", "紫龙路500弄");
        var elsewhere = communities.found("东门小区", "东门路1号");
        var other = residents.settle("陈团长");
        leaders.appoint(member, community.id(), operator);
        leaders.appoint(other, community.id(), operator);
        var point = points.open(community.id(), member, gate("3号门"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> points.change(community.id(), point.id(), other, gate("我的门")));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> points.get(elsewhere.id(), point.id()));
        points.change(community.id(), point.id(), member, gate("5号门"));
        assertThat(points.get(community.id(), point.id()).name()).isEqualTo("5号门");
    }

    @Test
    void aClosedPointIsNotOfferedButStillFound() {
        var community = communities.found("河畔花园", "紫龙路500弄");
        leaders.appoint(member, community.id(), operator);
        var point = points.open(community.id(), member, gate("3号门"));
        points.close(community.id(), point.id(), member);
        assertThat(points.in(community.id())).isEmpty();
        assertThat(points.get(community.id(), point.id()).open()).isFalse();
        points.reopen(community.id(), point.id(), member);
        assertThat(points.in(community.id())).hasSize(1);
    }

    @Test
    void aCodeAloneFindsItsCommunity() {
        var community = communities.found("河畔花园", "紫龙路500弄");
        var code = communities.nextCode(community.id());
        assertThat(communities.of(code)).isEqualTo(community);
        assertThat(code.value()).startsWith(community.shortCode()).hasSize(14);
        assertThat(communities.nextCode(community.id())).isNotEqualTo(code);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> communities.get(new CommunityId(UUID.randomUUID())));
    }

    private List<String> trailOf(MemberId member) {
        return audit.about("member " + member.value(), 10).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static LeaderApplications.Wish newCommunity() {
        return new LeaderApplications.Wish(null, "河畔花园", "紫龙路500弄", "认识 200 户邻居，家里有冰柜");
    }

    private static PickupPlace gate(String name) {
        return new PickupPlace(name, "门卫旁", "紫龙路500弄" + name, "每天 9:00–20:00", "");
    }
}
