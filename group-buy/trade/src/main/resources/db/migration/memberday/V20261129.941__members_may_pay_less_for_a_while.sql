-- What one member pays less for a while, because somebody gave or sold it to them: a selling price as a member day's, and of the
-- two the lower one.
create table own_price (
    community_id uuid not null,
    -- of what it was given for
    id uuid not null,
    member_id uuid not null,
    basis_points int not null check (basis_points between 100 and 3000),
    -- in whose cycles alone it holds; null in all, and for who buys alone
    leader_id uuid,
    begins timestamptz not null,
    ends timestamptz not null,
    primary key (community_id, id),
    check (ends >= begins)
);
-- Serves every price that a member sees.
create index own_price_of_member on own_price (community_id, member_id, ends);
create index own_price_by_member on own_price (member_id);

-- As before, and no more than what is theirs alone makes of it.
create or replace function member_price(of_community uuid, viewer uuid, of_leader uuid, of_sku uuid, usual bigint) returns bigint
language plpgsql stable as $$
declare
    clock timestamp;
    best int;
    own int;
begin
    if viewer is null then
        return usual;
    end if;
    select max(p.basis_points) into own from own_price p
    where p.community_id = of_community and p.member_id = viewer and p.begins <= now() and p.ends > now()
        and (p.leader_id is null or p.leader_id = of_leader);
    if not exists (select from member_day d where d.community_id = of_community and d.ended_at is null) then
        return usual - usual * coalesce(own, 0) / 10000;
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
    return usual - usual * greatest(coalesce(best, 0), coalesce(own, 0)) / 10000;
end
$$;
