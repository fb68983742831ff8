package tuanju.coupon;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.price.Discount;
import tuanju.price.NoLongerGiven;

/** Coupons by the order they are used on, in the database. */
@Component
@RequiredArgsConstructor
class UseRows {

    private static final String HOLD = """
        with wanted as (
            select * from unnest(:codes::text[], :amounts::bigint[]) with ordinality as w (code, fen, nth)
        ), used as (
            insert into coupon_use (community_id, order_id, coupon_id, campaign_id, member_id, amount_fen, first_order, nth, state)
            select k.community_id, :order, k.id, k.campaign_id, k.member_id, w.fen, c.first_order, w.nth, 'HELD'
            from wanted w
            join coupon k on k.community_id = :community and k.code = w.code
            join coupon_campaign c on c.community_id = k.community_id and c.id = k.campaign_id
            where k.member_id = :buyer and k.withdrawn_at is null and k.ends_at > now()
                and may_see(k.community_id, k.member_id, c.visible_from)
            on conflict do nothing
            returning campaign_id, amount_fen
        ), spent as (
            update coupon_campaign c set held_fen = held_fen + u.fen
            from (select campaign_id, sum(amount_fen)::bigint as fen from used group by 1 order by 1) u
            where c.community_id = :community and c.id = u.campaign_id
                and c.held_fen + c.given_fen + u.fen <= c.budget_fen
            returning u.fen
        )
        select (select count(*) from used) = :many
            and coalesce((select sum(fen) from spent), 0) = :asked
        """;

    private final JdbcClient jdbc;

    /**
     * A coupon that came back.
     *
     * @param ended whether it is too late to use it
     * @param gone whether what it was given for is over
     */
    record Back(UUID coupon, UUID campaign, MemberId member, boolean ended, boolean gone) {}

    /**
     * By one statement: each coupon once, each campaign within its budget; the contested rows last. Refuses with NoLongerGiven
     * where one of them is gone meanwhile.
     */
    static Alongside holding(CommunityId community, MemberId buyer, UUID order, List<Discount> taken) {
        var values = Map.<String, Object>of(
                "codes", taken.stream().map(Discount::code).toArray(String[]::new),
                "amounts", taken.stream().map(it -> it.amount().fen()).toArray(Long[]::new),
                "many", taken.size(),
                "asked", taken.stream().mapToLong(it -> it.amount().fen()).sum(),
                "community", community.value(),
                "order", order,
                "buyer", buyer.value());
        return new Alongside(HOLD, values, NoLongerGiven::new);
    }

    /** What was set aside for an order is given; answers whether there was anything. */
    boolean give(CommunityId community, UUID order) {
        return jdbc.sql("""
            with given as (
                update coupon_use set state = 'GIVEN', changed_at = now()
                where community_id = :community and order_id = :order and state = 'HELD'
                returning campaign_id, amount_fen
            )
            update coupon_campaign c set held_fen = held_fen - g.fen, given_fen = given_fen + g.fen
            from (select campaign_id, sum(amount_fen)::bigint as fen from given group by 1 order by 1) g
            where c.community_id = :community and c.id = g.campaign_id
            """)
                        .param("community", community.value())
                        .param("order", order)
                        .update()
                > 0;
    }

    /** Its order had ended and is paid after all: the coupon is taken again where it is free and paid for. */
    void giveAgain(CommunityId community, UUID order) {
        jdbc.sql("""
            with again as (
                update coupon_use u set state = 'GIVEN', changed_at = now()
                where u.community_id = :community and u.order_id = :order and u.state = 'GIVEN_BACK'
                    and not exists (select from coupon_use o where o.community_id = u.community_id
                        and o.coupon_id = u.coupon_id and o.state in ('HELD', 'GIVEN'))
                    and not exists (select from coupon r join coupon_use o
                            on o.community_id = r.community_id and o.coupon_id = r.id and o.state in ('HELD', 'GIVEN')
                        where r.community_id = u.community_id and r.replaces = u.coupon_id)
                    and exists (select from coupon_campaign c where c.community_id = u.community_id
                        and c.id = u.campaign_id and c.held_fen + c.given_fen + u.amount_fen <= c.budget_fen)
                returning u.campaign_id, u.coupon_id, u.amount_fen
            ), withdrawn as (
                update coupon r set withdrawn_at = now() from again a
                where r.community_id = :community and r.replaces = a.coupon_id and r.withdrawn_at is null
            )
            update coupon_campaign c set given_fen = given_fen + a.fen
            from (select campaign_id, sum(amount_fen)::bigint as fen from again group by 1 order by 1) a
            where c.community_id = :community and c.id = a.campaign_id
            """)
                .param("community", community.value())
                .param("order", order)
                .update();
        jdbc.sql("""
            update coupon_use set state = 'GIVEN_LATE', changed_at = now()
            where community_id = :community and order_id = :order and state = 'GIVEN_BACK'
            """)
                .param("community", community.value())
                .param("order", order)
                .update();
    }

    /** So much of each of an order's coupons is still on what it keeps of its goods; the rest its campaign can give again. */
    void keep(CommunityId community, UUID order, List<Money> kept) {
        jdbc.sql("""
            with kept as (
                select * from unnest(:kept::bigint[]) with ordinality as k (fen, nth)
            ), less as (
                update coupon_use u set returned_fen = u.amount_fen - k.fen, changed_at = now() from kept k
                where u.community_id = :community and u.order_id = :order and u.nth = k.nth and u.state = 'GIVEN'
                    and u.amount_fen - k.fen > u.returned_fen
                returning u.campaign_id, new.returned_fen - old.returned_fen as fen
            )
            update coupon_campaign c set given_fen = given_fen - l.fen
            from (select campaign_id, sum(fen)::bigint as fen from less group by 1 order by 1) l
            where c.community_id = :community and c.id = l.campaign_id
            """)
                .param("kept", kept.stream().map(Money::fen).toArray(Long[]::new))
                .param("community", community.value())
                .param("order", order)
                .update();
    }

    /** What an order held or was given comes back, once; answers which coupons. */
    List<Back> giveBack(CommunityId community, UUID order) {
        // who takes them back at this moment is waited for, and what they did is seen
        jdbc.sql("""
            select k.id from coupon k where k.community_id = :community and k.id in (
                select u.coupon_id from coupon_use u where u.community_id = :community and u.order_id = :order)
            order by k.id for no key update
            """)
                .param("community", community.value())
                .param("order", order)
                .query(UUID.class)
                .list();
        return jdbc.sql("""
            with was as (
                select coupon_id, campaign_id, member_id, amount_fen - returned_fen as amount_fen, state from coupon_use
                where community_id = :community and order_id = :order and state in ('HELD', 'GIVEN')
                order by coupon_id for update
            ), back as (
                update coupon_use u set state = 'GIVEN_BACK', returned_fen = 0, changed_at = now() from was w
                where u.community_id = :community and u.order_id = :order and u.coupon_id = w.coupon_id
                returning w.coupon_id, w.campaign_id, w.member_id, w.amount_fen, w.state
            ), freed as (
                update coupon_campaign c set held_fen = held_fen - b.held, given_fen = given_fen - b.given
                from (select campaign_id, coalesce(sum(amount_fen) filter (where state = 'HELD'), 0)::bigint as held,
                        coalesce(sum(amount_fen) filter (where state = 'GIVEN'), 0)::bigint as given
                    from back group by 1 order by 1) b
                where c.community_id = :community and c.id = b.campaign_id
            ), gone as (
                update coupon k set withdrawn_at = now() from back b
                where k.community_id = :community and k.id = b.coupon_id and k.stays_with_order and k.withdrawn_at is null
            )
            select b.coupon_id, b.campaign_id, b.member_id, k.ends_at <= now() as is_late, k.stays_with_order as is_gone
            from back b join coupon k on k.community_id = :community and k.id = b.coupon_id
            """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> new Back(
                        row.getObject("coupon_id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getBoolean("is_late"),
                        row.getBoolean("is_gone")))
                .list();
    }

    /** Somebody has paid for an order here; again it changes nothing. */
    void bought(CommunityId community, MemberId member, UUID order) {
        jdbc.sql("""
            insert into coupon_buyer (community_id, member_id, order_id) values (:community, :member, :order)
            on conflict do nothing
            """)
                .param("community", community.value())
                .param("member", member.value())
                .param("order", order)
                .update();
    }

    /** That order was given back whole. */
    void notBought(CommunityId community, UUID order) {
        jdbc.sql("delete from coupon_buyer where community_id = :community and order_id = :order")
                .param("community", community.value())
                .param("order", order)
                .update();
    }
}
