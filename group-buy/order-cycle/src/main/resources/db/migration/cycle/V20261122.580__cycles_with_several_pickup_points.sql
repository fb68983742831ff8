-- Where and when a cycle's goods are collected: a row for each of its pickup points, the main one first. The place is a
-- snapshot: paper already printed must stay right.
create table cycle_point (
    community_id uuid not null,
    cycle_id uuid not null,
    point_id uuid not null,
    position int not null check (position >= 0),
    name text not null,
    area text not null,
    address text not null,
    hours text not null,
    pickup_from timestamptz not null,
    pickup_until timestamptz not null,
    primary key (community_id, cycle_id, point_id),
    unique (community_id, cycle_id, position),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id),
    check (pickup_from < pickup_until)
);
insert into cycle_point (community_id, cycle_id, point_id, position, name, area, address, hours, pickup_from, pickup_until)
select community_id, id, pickup_point_id, 0, pickup_name, pickup_area, pickup_address, pickup_hours, pickup_from, pickup_until
from order_cycle;

-- No cycle is without its main point; both are written in one transaction.
alter table order_cycle add constraint order_cycle_main_point
    foreign key (community_id, id, pickup_point_id) references cycle_point (community_id, cycle_id, point_id)
    deferrable initially deferred;

-- A cycle's own pickup times span those of its points, so that its checks (after the cut-off, after boxfill) hold for each.
create function cycle_points_span() returns trigger language plpgsql as $$
declare
    changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    cycle uuid := coalesce(changed ->> 'cycle_id', changed ->> 'id')::uuid;
begin
    if exists (
        select from order_cycle c
        cross join lateral (
            select min(p.pickup_from) as pickup_from, max(p.pickup_until) as pickup_until from cycle_point p
            where p.community_id = c.community_id and p.cycle_id = c.id) said
        where c.community_id = (changed ->> 'community_id')::uuid and c.id = cycle
            and (c.pickup_from, c.pickup_until) is distinct from (said.pickup_from, said.pickup_until)) then
        raise exception 'cycle % is not collected when its points say', cycle
            using errcode = 'check_violation', constraint = 'cycle_points_span';
    end if;
    return null;
end $$;
create constraint trigger cycle_points_span after insert or update or delete on cycle_point
    deferrable initially deferred for each row execute function cycle_points_span();
create constraint trigger order_cycle_span after insert or update of pickup_from, pickup_until on order_cycle
    deferrable initially deferred for each row execute function cycle_points_span();
