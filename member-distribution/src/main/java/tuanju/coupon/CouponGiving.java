package tuanju.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Funder;

/** What the platform gives away in a community, for other modules: makes it, and puts it into members' hands. */
@Component
@RequiredArgsConstructor
public class CouponGiving {

    private final Campaigns campaigns;
    private final Claiming claiming;
    private final CampaignRows rows;
    private final Clock clock;
    private final Communities communities;
    private final JdbcClient jdbc;

    /**
     * A coupon to be given.
     *
     * @param off an amount; of a percentage the most that it takes off
     * @param category of goods that count; null for all
     * @param visibility who may have and use one
     */
    public record Gift(
            String title,
            Money off,
            @Nullable Percentage percent,
            Money from,
            @Nullable String category,
            Money budget,
            Duration length,
            Visibility visibility) {

        /** For everybody. */
        public Gift(
                String title,
                Money off,
                @Nullable Percentage percent,
                Money from,
                @Nullable String category,
                Money budget,
                Duration length) {
            this(title, off, percent, from, category, budget, length, Visibility.PUBLIC);
        }
    }

    /** Makes it, one each, found by everybody who orders there. Refuses with Invalid. */
    @Transactional
    public Code open(MemberId operator, CommunityId community, Gift gift) {
        return make(operator, community, gift, NewCampaign.Way.CLAIM, 1, null);
    }

    /** Makes one that nobody claims, for whoever brings a neighbour, so many a month at most, and that neighbour. Refuses with Invalid. */
    @Transactional
    public Code openInvite(MemberId operator, CommunityId community, Gift gift, int perMonth) {
        return make(operator, community, gift, NewCampaign.Way.INVITE, perMonth, null);
    }

    /** Makes one that whoever's order is handed over has for the next, so many each at most. Refuses with Invalid. */
    @Transactional
    public Code openWithOrders(MemberId operator, CommunityId community, Gift gift, int each) {
        return make(operator, community, gift, NewCampaign.Way.GIFT, each, null);
    }

    /** Makes one that members have for points of theirs, one each. Refuses with Invalid. */
    @Transactional
    public Code openForPoints(MemberId operator, CommunityId community, Gift gift, int points) {
        return make(operator, community, gift, NewCampaign.Way.POINTS, 1, points);
    }

    /** Makes one that whoever has a plan that names it has each month. Refuses with Invalid. */
    @Transactional
    public Code openForPlans(MemberId operator, CommunityId community, Gift gift) {
        return make(operator, community, gift, NewCampaign.Way.PLAN, 1, null);
    }

    private Code make(
            MemberId operator,
            CommunityId community,
            Gift gift,
            NewCampaign.Way way,
            int each,
            @Nullable Integer points) {
        var draft = new CampaignDraft(
                null,
                gift.title(),
                gift.percent() == null ? CouponTerms.Kind.AMOUNT : CouponTerms.Kind.PERCENT,
                gift.off().fen(),
                gift.percent() == null ? null : gift.percent().basisPoints(),
                gift.from().fen(),
                null,
                gift.category(),
                false,
                gift.visibility().word(),
                null,
                Funder.PLATFORM,
                gift.budget().fen(),
                each,
                null,
                way,
                null,
                clock.instant().plus(gift.length()),
                null,
                points);
        return campaigns.make(new Maker(operator, true), community, draft).code();
    }

    /** Puts one into this member's hands. Refuses as claiming does. */
    @Transactional
    public void give(MemberId member, Code campaign) {
        claiming.claim(member, campaign);
    }

    /** Said by a module that has promised coupons: their campaign is not ended before that is over. */
    public interface Promised {

        boolean isPromised(CommunityId community, Code campaign);
    }

    /** A campaign that plans of this leader's, or where there is none the platform's, may name. */
    public record PlanGift(
            Code code, String title, @Nullable MemberId leader, Instant closes) {

        /** Whether each month of a plan of theirs has one until then. */
        public boolean lasts(@Nullable MemberId with, Instant then) {
            return Objects.equals(leader, with) && !closes.isBefore(then);
        }

        static PlanGift of(ResultSet row, int number) throws SQLException {
            @Nullable UUID leader = row.getObject("leader_id", UUID.class);
            return new PlanGift(
                    new Code(row.getString("code")),
                    row.getString("title"),
                    leader == null ? null : new MemberId(leader),
                    Objects.requireNonNull(row.getTimestamp("closes")).toInstant());
        }
    }

    /** Those that are open now and are the leader's own, or where nobody leads the platform's; newest first. */
    @Transactional(readOnly = true)
    public List<PlanGift> monthly(CommunityId community, @Nullable MemberId leader) {
        return rows.monthly(community, leader);
    }

    /** Of these campaigns those that can be had with a plan, and whose; as often asked however many they are. */
    @Transactional(readOnly = true)
    public Map<Code, PlanGift> monthlyAmong(Collection<Code> codes) {
        var here = codes.stream()
                .flatMap(it -> communities.find(it.communityShortCode()).stream())
                .map(CommunityCard::id)
                .distinct()
                .toList();
        return rows.monthly(here, codes).stream().collect(Collectors.toMap(PlanGift::code, Function.identity()));
    }

    /** What it is called; empty for what is none. */
    @Transactional(readOnly = true)
    public Optional<String> title(CommunityId community, Code campaign) {
        return jdbc.sql("""
            select title from coupon_campaign where community_id = :community and code = :code and way = 'PLAN'
            """)
                .param("community", community.value())
                .param("code", campaign.value())
                .query(String.class)
                .optional();
    }

    /** Puts the one of a month into this member's hands, counted; empty where the campaign is over or has nothing left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> giveMonthly(CommunityId community, Code campaign, MemberId member) {
        return jdbc.sql("""
            with counted as (
                update coupon_campaign c set claimed = claimed + 1
                where community_id = :community and code = :campaign and way = 'PLAN' and ended_at is null
                    and opens <= now() and closes > now() and claimed < coalesce(most_claims, claimed + 1)
                    and budget_fen - held_fen - given_fen >= case kind when 'AMOUNT' then off_fen else 1 end
                returning id, closes, lasts_days
            )
            insert into coupon (community_id, id, code, campaign_id, member_id, nth, ends_at)
            select :community, :id, :code, counted.id, :member,
                (select coalesce(max(nth), 0) + 1 from coupon k where k.community_id = :community
                    and k.campaign_id = counted.id and k.member_id = :member and k.nth is not null),
                least(closes, now() + make_interval(days => coalesce(lasts_days, 31)))
            from counted
            returning id
            """)
                .param("community", community.value())
                .param("campaign", campaign.value())
                .param("member", member.value())
                .param("id", Ids.next())
                .param("code", communities.nextCode(community).value())
                .query(UUID.class)
                .optional();
    }

    /** What orders cost less by these, and by what replaced them, and did not come back. */
    @Transactional(readOnly = true)
    public Money saved(CommunityId community, List<UUID> coupons) {
        return jdbc.sql("""
            select coalesce(sum(u.amount_fen - u.returned_fen), 0)::bigint from coupon_use u
            join coupon k on k.community_id = u.community_id and k.id = u.coupon_id
            where u.community_id = :community and (k.id = any(:coupons) or k.replaces = any(:coupons))
                and u.state in ('GIVEN', 'GIVEN_LATE')
            """)
                .param("community", community.value())
                .param("coupons", coupons.toArray(UUID[]::new))
                .query((row, number) -> Money.ofFen(row.getLong(1)))
                .single();
    }
}
