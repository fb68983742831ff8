-- Goods that are had for points: what a leader puts there, how many are left, and who waits for one.
create table points_goods (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    leader_id uuid not null,
    point_id uuid not null,
    title text not null check (char_length(title) between 1 and 40),
    detail text not null check (char_length(detail) <= 60),
    points int not null check (points between 1 and 100000),
    -- all that were ever there, less what turned out to be missing
    put_in int not null check (put_in between 0 and 9999),
    stock int not null,
    made_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    constraint points_goods_are_there check (stock >= 0 and stock <= put_in)
);
create index points_goods_on_offer on points_goods (community_id, made_at desc) where ended_at is null;
create index points_goods_by_leader on points_goods (leader_id, id desc);

create table redemption (
    community_id uuid not null,
    -- also of the exchange that paid it
    id uuid not null,
    code text not null,
    goods_id uuid not null,
    member_id uuid not null,
    point_id uuid not null,
    title text not null,
    points int not null check (points > 0),
    pickup_code text not null check (char_length(pickup_code) = 6),
    state text not null default 'WAITING' check (state in ('WAITING', 'HANDED', 'RETURNED')),
    redeemed_at timestamptz not null default now(),
    handed_at timestamptz,
    returned_at timestamptz,
    reason text check (char_length(reason) between 1 and 200),
    changed_by uuid,
    primary key (community_id, id),
    unique (community_id, code),
    foreign key (community_id, goods_id) references points_goods (community_id, id),
    constraint redemption_ends_once check (
        (state = 'HANDED') = (handed_at is not null) and (state = 'RETURNED') = (returned_at is not null)
        and (state = 'RETURNED') = (reason is not null) and (state = 'WAITING') = (changed_by is null))
);
-- One of each waits for a member at a time.
create unique index redemption_one_waits on redemption (community_id, goods_id, member_id) where state = 'WAITING';
create index redemption_by_member on redemption (member_id, id desc);
create index redemption_waiting_at on redemption (community_id, point_id, redeemed_at) where state = 'WAITING';

-- What is handed over or back stays so.
create function redemption_stays_ended() returns trigger language plpgsql as $$
begin
    raise exception 'What was handed over, or came back, stays so' using errcode = 'check_violation';
end $$;
create trigger redemption_ended before update on redemption for each row when (old.state <> 'WAITING'
    or (old.goods_id, old.member_id, old.points) is distinct from (new.goods_id, new.member_id, new.points))
    execute function redemption_stays_ended();
