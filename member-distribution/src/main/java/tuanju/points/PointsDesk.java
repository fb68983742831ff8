package tuanju.points;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.money.SignedMoney;
import tuanju.table.Table;

/** What points are for in a community, said by those who lead it; what they come to, and who has them. */
@Component
@RequiredArgsConstructor
public class PointsDesk {

    private static final int PAGE = 50;

    private final PointsTermRows terms;
    private final Communities communities;
    private final Leaders leaders;
    private final AuditTrail audit;
    private final Ledger ledger;
    private final JdbcClient jdbc;

    /** One member's points. */
    record Held(MemberId member, int usable, int pending, int debt) {}

    /** Refuses with NotFound whoever does not lead it. */
    CommunityCard steered(MemberId member, String code) {
        var community = communities.find(code.toUpperCase(Locale.ROOT)).orElseThrow(NotFound::new);
        if (!leaders.leads(member, community.id())) {
            throw new NotFound();
        }
        return community;
    }

    Terms terms(CommunityId community) {
        return terms.of(community);
    }

    @Transactional
    void say(MemberId by, CommunityCard community, Terms wanted) {
        terms.save(community.id(), wanted, by);
        audit.record(
                by.value(),
                "points.terms",
                community.shortCode(),
                wanted.perYuan() + " / ¥1, " + wanted.perCheckIn() + " / check-in, "
                        + (wanted.spends() ? "spent" : "kept"));
    }

    /** The same for whoever sets up a community to look at: one for a yuan, two for a check-in, and they pay a part of orders. */
    @Transactional
    public void switchOn(MemberId by, CommunityId community) {
        say(by, communities.get(community), new Terms(1, 2, true));
    }

    /** What the books say is promised. */
    SignedMoney promised(CommunityId community) {
        return ledger.balance(new Account(Account.Kind.POINTS_LIABILITY, community.value()));
    }

    /** Whoever has some or owes some, after this member. */
    @Transactional(readOnly = true)
    Table.Rows<Held> members(CommunityId community, @Nullable UUID after) {
        var found = jdbc.sql("""
            select a.member_id, a.debt,
                coalesce(sum(l.left_points - l.held_points) filter (where l.usable_from <= now() and l.ends_at > now()), 0)::int as usable,
                coalesce(sum(l.left_points - l.held_points) filter (where l.usable_from > now()), 0)::int as pending
            from points_account a
            left join points_lot l on l.community_id = a.community_id and l.member_id = a.member_id and l.left_points > 0
            where a.community_id = :community and (cast(:after as uuid) is null or a.member_id > cast(:after as uuid))
            group by a.community_id, a.member_id order by a.member_id limit :limit
            """)
                .param("community", community.value())
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((row, number) -> new Held(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getInt("usable"),
                        row.getInt("pending"),
                        row.getInt("debt")))
                .list();
        return rows(found);
    }

    private static Table.Rows<Held> rows(List<Held> found) {
        var shown = List.copyOf(found.subList(0, Math.min(PAGE, found.size())));
        var next = found.size() > PAGE ? shown.getLast().member().value().toString() : null;
        return new Table.Rows<>(shown, next, Map.of(), PAGE);
    }
}
