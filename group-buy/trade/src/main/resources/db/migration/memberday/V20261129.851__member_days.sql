-- Days that come again on which members pay less: a selling price of its own, not something off it afterwards. Who leads gives
-- it in their own cycles, who operates in the whole community.
create table member_day (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    title text not null check (char_length(title) between 1 and 40),
    -- how much less than the usual price; more would be selling below what goods cost
    basis_points int not null check (basis_points between 100 and 3000),
    weekday smallint check (weekday between 1 and 7),
    month_day smallint check (month_day between 1 and 28),
    -- minutes of the day in Shanghai; 1440 is midnight
    from_minute smallint not null check (from_minute between 0 and 1439),
    until_minute smallint not null check (until_minute between 1 and 1440),
    goods text not null check (goods in ('ALL', 'PRODUCT', 'CATEGORY')),
    product_id uuid,
    goods_name text not null check (char_length(goods_name) <= 60),
    -- members of this level and above, 0 being all; never everybody
    visible_from smallint not null check (visible_from between 0 and 9),
    leader_id uuid,
    -- which of the few that may hold at once
    slot smallint not null check (slot between 1 and 3),
    made_by uuid not null,
    made_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    constraint member_day_is_weekly_or_monthly check ((weekday is null) <> (month_day is null)),
    constraint member_day_window check (until_minute > from_minute),
    check ((goods = 'PRODUCT') = (product_id is not null)),
    check ((goods = 'ALL') = (goods_name = '')),
    check (ended_at >= made_at)
);
-- Serves every price that a member sees.
create index member_day_open on member_day (community_id) where ended_at is null;
-- Few hold at once, however many make one at the same moment.
create unique index member_day_few on member_day (community_id, coalesce(leader_id, community_id), slot) where ended_at is null;
create index member_day_by_leader on member_day (leader_id, id) where leader_id is not null;

-- What goods cost this viewer now, in the statements of those who sell them: the usual price, less what the best of the days that run
-- takes off; never below a fen. Without a day it costs one look into an empty index.
create function member_price(of_community uuid, viewer uuid, of_leader uuid, of_sku uuid, usual bigint) returns bigint
language plpgsql stable as $$
declare
    clock timestamp;
    best int;
begin
    if viewer is null or not exists (
            select from member_day d where d.community_id = of_community and d.ended_at is null) then
        return usual;
    end if;
    clock := now() at time zone 'Asia/Shanghai';
    select max(d.basis_points) into best from member_day d
    where d.community_id = of_community and d.ended_at is null and (d.leader_id is null or d.leader_id = of_leader)
        and (d.weekday = extract(isodow from clock) or d.month_day = extract(day from clock))
        and extract(hour from clock) * 60 + extract(minute from clock) >= d.from_minute
        and extract(hour from clock) * 60 + extract(minute from clock) < d.until_minute
        and (d.goods = 'ALL' or exists (select from sku_kind(of_community, of_sku) k
            where d.goods = 'PRODUCT' and k.kind_product = d.product_id
                or d.goods = 'CATEGORY' and k.kind_category = d.goods_name))
        and may_see(of_community, viewer, d.visible_from);
    return usual - usual * coalesce(best, 0) / 10000;
end
$$;
