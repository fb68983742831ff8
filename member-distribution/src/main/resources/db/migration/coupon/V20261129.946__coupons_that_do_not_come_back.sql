-- What it was given for is over while it is on an order: should it come back from there, it is gone.
alter table coupon add column stays_with_order boolean not null default false;

-- For a statement of another module: whether a coupon of this campaign can be given with a plan now.
create function can_come_with_a_plan(community uuid, campaign text) returns boolean language sql stable as $$
    select exists (select from coupon_campaign c
        where c.community_id = community and c.code = campaign and c.way = 'PLAN' and c.ended_at is null
            and c.opens <= now() and c.closes > now() and c.claimed < coalesce(c.most_claims, c.claimed + 1)
            and c.budget_fen - c.held_fen - c.given_fen >= case c.kind when 'AMOUNT' then c.off_fen else 1 end)
$$;
