package tuanju.teambuy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.catalog.SkuId;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Reads terms: without a lock for those who come, with the team's lock for those who decide. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class TermsRows {

    private static final String SITTING_IN = """
        (select sitting.code from seat s
            join team sitting on sitting.community_id = s.community_id and sitting.id = s.team_id
            where s.community_id = o.community_id and s.offer_id = o.id and s.member_id = :member
                and s.in_progress) as sitting_in
        """;

    private static final String OFFER_COLUMNS = """
        o.community_id, o.id, o.code, o.sku_id, o.price_fen, o.size, o.duration_hours, o.pickup_after_days,
            o.status = 'OPEN' and o.starts_at <= now() and now() < o.ends_at as open,
        """ + SITTING_IN;

    private static final String OFFER =
            "select " + OFFER_COLUMNS + " from team_offer o where o.community_id = :community";

    private static final String TEAM_COLUMNS = """
        t.community_id, t.id, t.code, t.offer_id, o.code as offer_code, t.sku_id, t.price_fen, t.size,
            t.seats_taken, t.seats_paid, t.pickup_after_days, t.status, t.deadline,
            t.status = 'OPEN' and t.deadline > now() as running, now() as now,
        """ + SITTING_IN;

    private static final String TEAM_FROM =
            " from team t join team_offer o on o.community_id = t.community_id and o.id = t.offer_id";

    private static final String TEAM = "select " + TEAM_COLUMNS + TEAM_FROM + " where t.community_id = :community";

    private final JdbcClient jdbc;

    public Optional<Terms.OfOffer> ofOffer(CommunityId community, Code offer, MemberId member) {
        return jdbc.sql(OFFER + " and o.code = :code")
                .param("community", community.value())
                .param("code", offer.value())
                .param("member", member.value())
                .query(TermsRows::offer)
                .optional();
    }

    /** The same with everything else that an order of it needs, where this member may see it. */
    public Optional<Particulars<Terms.OfOffer>> toOrder(
            CommunityId community, Code offer, MemberId member, UUID point) {
        return jdbc.sql("select " + OFFER_COLUMNS + Particulars.COLUMNS + " from team_offer o" + Particulars.FROM
                        + " where o.community_id = :community and o.code = :code"
                        + " and may_see(o.community_id, :member, o.visible_from)")
                .param("community", community.value())
                .param("code", offer.value())
                .param("member", member.value())
                .param("point", point)
                .query((row, number) -> Particulars.read(offer(row, number), member, row))
                .optional();
    }

    public Optional<Terms.OfOffer> ofOffer(CommunityId community, OfferId offer, MemberId member) {
        return jdbc.sql(OFFER + " and o.id = :offer")
                .param("community", community.value())
                .param("offer", offer.value())
                .param("member", member.value())
                .query(TermsRows::offer)
                .optional();
    }

    /** Of a team whose offer this member may see, or in which they sit. */
    public Optional<Terms.OfTeam> ofTeam(CommunityId community, Code team, MemberId member) {
        return jdbc.sql(TEAM + """
                         and t.code = :code and (may_see(t.community_id, :member, o.visible_from)
                            or exists (select from seat mine where mine.community_id = t.community_id
                                and mine.team_id = t.id and mine.member_id = :member and mine.status in ('HELD', 'PAID')))
                        """)
                .param("community", community.value())
                .param("code", team.value())
                .param("member", member.value())
                .query(TermsRows::team)
                .optional();
    }

    /** The same with everything else that an order of a seat in it needs, where this member may see its offer. */
    public Optional<Particulars<Terms.OfTeam>> toJoin(CommunityId community, Code team, MemberId member, UUID point) {
        return jdbc.sql("select " + TEAM_COLUMNS + Particulars.COLUMNS + TEAM_FROM + Particulars.FROM
                        + " where t.community_id = :community and t.code = :code"
                        + " and may_see(t.community_id, :member, o.visible_from)")
                .param("community", community.value())
                .param("code", team.value())
                .param("member", member.value())
                .param("point", point)
                .query((row, number) -> Particulars.read(team(row, number), member, row))
                .optional();
    }

    /** Locks the team: every change of its seats happens under this lock, except the claim, which is one statement. */
    public Terms.OfTeam lock(CommunityId community, TeamId team, @Nullable MemberId member) {
        // a fresh look after the lock: the locking statement itself may have read before it waited
        jdbc.sql("select 1 from team where community_id = :community and id = :team for update")
                .param("community", community.value())
                .param("team", team.value())
                .query(Integer.class)
                .single();
        return jdbc.sql(TEAM + " and t.id = :team")
                .param("community", community.value())
                .param("team", team.value())
                .param("member", member == null ? null : member.value())
                .query(TermsRows::team)
                .single();
    }

    private static Terms.OfOffer offer(ResultSet row, int number) throws SQLException {
        return new Terms.OfOffer(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new OfferId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                new SkuId(row.getObject("sku_id", UUID.class)),
                Money.ofFen(row.getLong("price_fen")),
                row.getInt("size"),
                row.getInt("duration_hours"),
                row.getInt("pickup_after_days"),
                row.getBoolean("open"),
                code(row.getString("sitting_in")));
    }

    private static Terms.OfTeam team(ResultSet row, int number) throws SQLException {
        return new Terms.OfTeam(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new TeamId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new Code(row.getString("offer_code")),
                new SkuId(row.getObject("sku_id", UUID.class)),
                Money.ofFen(row.getLong("price_fen")),
                row.getInt("size"),
                row.getInt("seats_taken"),
                row.getInt("seats_paid"),
                row.getInt("pickup_after_days"),
                TeamStatus.valueOf(row.getString("status")),
                row.getBoolean("running"),
                row.getObject("deadline", OffsetDateTime.class).toInstant(),
                row.getObject("now", OffsetDateTime.class).toInstant(),
                code(row.getString("sitting_in")));
    }

    private static @Nullable Code code(@Nullable String value) {
        return value == null ? null : new Code(value);
    }
}
