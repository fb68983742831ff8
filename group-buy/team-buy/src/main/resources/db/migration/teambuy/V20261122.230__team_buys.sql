create table team_offer (
    community_id uuid not null,
    id uuid not null,
    code char(14) not null,
    product_id uuid not null,
    sku_id uuid not null,
    price_fen bigint not null check (price_fen between 1 and 10000000),
    size int not null check (size between 2 and 10),
    duration_hours int not null check (duration_hours between 1 and 72),
    -- goods wait at the pickup point this many days after the team has formed
    pickup_after_days int not null check (pickup_after_days between 1 and 14),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    status text not null check (status in ('OPEN', 'PAUSED', 'ENDED')),
    created_at timestamptz not null,
    version int not null,
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, id, sku_id),
    check (starts_at < ends_at)
);
create index team_offer_open on team_offer (community_id, created_at desc, id desc) where status = 'OPEN';

-- Price, size and pickup are the offer's as they were when the team opened; they never change.
create table team (
    community_id uuid not null,
    id uuid not null,
    code char(14) not null,
    offer_id uuid not null,
    sku_id uuid not null,
    opener_id uuid not null,
    price_fen bigint not null check (price_fen > 0),
    size int not null check (size between 2 and 10),
    pickup_after_days int not null check (pickup_after_days between 1 and 14),
    seats_taken int not null check (seats_taken >= 0),
    seats_paid int not null check (seats_paid >= 0),
    status text not null check (status in ('OPEN', 'FORMED', 'LAPSED')),
    opened_at timestamptz not null default now(),
    deadline timestamptz not null,
    ended_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, id, offer_id),
    foreign key (community_id, offer_id, sku_id) references team_offer (community_id, id, sku_id),
    constraint never_overfull check (seats_taken <= size),
    constraint paid_seats_are_taken check (seats_paid <= seats_taken),
    constraint formed_means_full check ((status = 'FORMED') = (seats_paid = size)),
    check ((status = 'OPEN') = (ended_at is null))
) with (fillfactor = 60);
-- Serves the catch-up sweep and the list of teams to join, which only ever look at open ones.
create index team_open_by_deadline on team (deadline) where status = 'OPEN';
create index team_open_by_offer on team (community_id, offer_id, deadline) where status = 'OPEN';

create table seat (
    community_id uuid not null,
    id uuid not null,
    team_id uuid not null,
    offer_id uuid not null,
    order_id uuid not null,
    member_id uuid not null,
    status text not null check (status in ('HELD', 'PAID', 'RELEASED', 'LEFT')),
    -- true while the seat is taken and its team still open
    in_progress boolean not null,
    taken_at timestamptz not null default now(),
    held_until timestamptz not null,
    paid_at timestamptz,
    ended_at timestamptz,
    -- when a paid seat of a lapsed team was given back its money (requested, not yet arrived)
    refunded_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, team_id, offer_id) references team (community_id, id, offer_id),
    check (not in_progress or status in ('HELD', 'PAID')),
    check (status <> 'PAID' or paid_at is not null)
);
create unique index seat_once_per_member_and_team on seat (community_id, team_id, member_id)
    where status in ('HELD', 'PAID');
create unique index seat_once_per_order on seat (community_id, order_id) where status in ('HELD', 'PAID');
create unique index seat_one_team_in_progress_per_offer on seat (community_id, offer_id, member_id)
    where in_progress;
create index seat_by_order on seat (community_id, order_id);
create index seat_by_team on seat (community_id, team_id);
create index seat_held_until on seat (held_until) where status = 'HELD';
create index seat_not_refunded on seat (community_id, team_id) where status = 'PAID' and refunded_at is null;

-- Formed and lapsed are final, and what was frozen when the team opened stays.
create function team_guard() returns trigger language plpgsql as $$
begin
    if old.status <> 'OPEN' then
        raise exception 'team % is % for good', old.id, old.status
            using errcode = 'check_violation', constraint = 'team_is_final';
    end if;
    if (new.price_fen, new.size, new.offer_id, new.sku_id) is distinct from
       (old.price_fen, old.size, old.offer_id, old.sku_id) then
        raise exception 'the terms of team % are frozen', old.id
            using errcode = 'check_violation', constraint = 'team_terms_are_frozen';
    end if;
    return new;
end $$;
create trigger team_guard before update on team for each row execute function team_guard();
