package tuanju.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.membership.Memberships;
import tuanju.membership.Source;

/** The deputies (副手) of leaders: named for a while, ended at once, over by themselves. */
@Component
@RequiredArgsConstructor
public class Deputies {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST = 20;
    private static final String COLUMNS =
            "select id, community_id, leader_id, member_id, rights, until, until <= now() as expired from deputy ";

    private final JdbcClient jdbc;
    private final Leaders leaders;
    private final Members members;
    private final Memberships memberships;
    private final AuditTrail audit;
    private final Clock clock;

    /** Whom a leader names where, and what for. */
    public record Naming(CommunityId community, MemberId member, Set<Right> rights, Instant until) {
        public Naming {
            rights = Set.copyOf(rights);
        }
    }

    /**
     * Names a deputy, or gives one other rights or another day. Refuses with NotFound who does not lead there, with Invalid
     * themselves, no rights, and a day that is past or more than a year away, with UnprovenPhone whose phone is not proven.
     */
    @Transactional
    public UUID name(MemberId leader, Naming naming) {
        if (!leaders.leads(leader, naming.community())) {
            throw new NotFound();
        }
        check(leader, naming);
        members.needProven(naming.member());
        end(leader, naming.community(), "member_id", naming.member().value());
        var id = Ids.next();
        jdbc.sql("""
                        insert into deputy (community_id, id, leader_id, member_id, rights, until)
                        values (:community, :id, :leader, :member, string_to_array(:rights, ','), :until)
                        """)
                .param("community", naming.community().value())
                .param("id", id)
                .param("leader", leader.value())
                .param("member", naming.member().value())
                .param("rights", words(naming.rights()))
                .param("until", naming.until().atOffset(ZoneOffset.UTC))
                .update();
        memberships.arrive(naming.member(), naming.community(), Source.APPOINTMENT);
        audit.record(
                leader.value(),
                "deputy.named",
                "member " + naming.member().value(),
                words(naming.rights()) + " until " + naming.until());
        return id;
    }

    /** Ends it from the next request on; refuses with NotFound what is not this leader's, or over. */
    @Transactional
    public void end(MemberId leader, CommunityId community, UUID deputy) {
        if (end(leader, community, "id", deputy) == 0) {
            throw new NotFound();
        }
        audit.record(leader.value(), "deputy.ended", "deputy " + deputy, "");
    }

    /** The deputies of a leader here that nobody ended, those whose day has come included; the latest first. */
    public List<DeputyCard> of(MemberId leader, CommunityId community) {
        return jdbc.sql(COLUMNS + """
                        where community_id = :community and leader_id = :leader and ended_at is null
                        order by named_at desc limit 50
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .query(Deputies::card)
                .list();
    }

    /** For whom this member stands in right now, by the database's clock. */
    public List<DeputyCard> standingIn(MemberId member) {
        return jdbc.sql(COLUMNS + """
                        where member_id = :member and ended_at is null and until > now()
                        order by named_at limit 50
                        """)
                .param("member", member.value())
                .query(Deputies::card)
                .list();
    }

    private void check(MemberId leader, Naming naming) {
        if (naming.member().equals(leader)) {
            throw new Invalid("phone", "deputy-self");
        }
        if (naming.rights().isEmpty()) {
            throw new Invalid("rights", "deputy-rights");
        }
        var now = clock.instant();
        if (!naming.until().isAfter(now) || naming.until().isAfter(now.plus(LONGEST))) {
            throw new Invalid("until", "deputy-until");
        }
        long others = of(leader, naming.community()).stream()
                .filter(it -> !it.expired() && !it.member().equals(naming.member()))
                .count();
        if (others >= MOST) {
            throw new Invalid("phone", "deputy-many", MOST);
        }
    }

    private int end(MemberId leader, CommunityId community, String column, UUID value) {
        return jdbc.sql("update deputy set ended_at = now() where community_id = :community and leader_id = :leader"
                        + " and ended_at is null and " + column + " = :value")
                .param("community", community.value())
                .param("leader", leader.value())
                .param("value", value)
                .update();
    }

    private static String words(Set<Right> rights) {
        return String.join(",", rights.stream().map(Right::name).sorted().toList());
    }

    private static DeputyCard card(ResultSet row, int number) throws SQLException {
        var rights = EnumSet.noneOf(Right.class);
        Arrays.stream((String[]) row.getArray("rights").getArray())
                .map(Right::valueOf)
                .forEach(rights::add);
        return new DeputyCard(
                row.getObject("id", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                new MemberId(row.getObject("leader_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                rights,
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getBoolean("expired"));
    }
}
