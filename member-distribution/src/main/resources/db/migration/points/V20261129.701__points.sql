-- What points are for in a community; nobody earns or spends any before somebody who leads it says so.
create table points_terms (
    community_id uuid not null primary key,
    -- for each whole yuan that is kept of an order; 0 for none
    per_yuan smallint not null check (per_yuan between 0 and 5),
    per_check_in smallint not null check (per_check_in between 0 and 20),
    spends boolean not null,
    changed_by uuid not null,
    changed_at timestamptz not null default now()
);

-- A member's points in one community; what they owe of points is worked off by the next ones.
create table points_account (
    community_id uuid not null,
    member_id uuid not null,
    debt int not null default 0,
    primary key (community_id, member_id),
    constraint points_debt_is_declared check (debt >= 0)
);
create index points_account_by_member on points_account (member_id);

-- Points that were got together and end together. One point is worth one fen.
create table points_lot (
    community_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    rule text not null check (rule in ('ORDER', 'CHECK_IN', 'GIVEN_BACK')),
    order_id uuid,
    points int not null check (points > 0),
    left_points int not null,
    held_points int not null default 0,
    made_at timestamptz not null default now(),
    usable_from timestamptz not null,
    ends_at timestamptz not null,
    reminded_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, member_id) references points_account (community_id, member_id),
    constraint points_lot_is_not_overdrawn check (held_points >= 0 and held_points <= left_points and left_points <= points),
    check (ends_at > usable_from),
    check ((rule = 'CHECK_IN') = (order_id is null))
);
create index points_lot_left_of on points_lot (community_id, member_id, ends_at, id) where left_points > 0;
-- Serves what is done by the clock: reminding, and ending.
create index points_lot_ending on points_lot (ends_at) where left_points > 0;

-- Points that pay a part of an order: set aside while it waits for its money, spent once it is paid, free when it ends otherwise.
create table points_hold (
    community_id uuid not null,
    order_id uuid not null,
    member_id uuid not null,
    points int not null check (points > 0),
    state text not null check (state in ('HELD', 'SPENT', 'FREED')),
    -- of an order that was paid after its points were free again: what was not there any more, and is a debt
    owed int not null default 0 check (owed >= 0 and owed <= points),
    paid_fen bigint check (paid_fen > 0),
    back int not null default 0,
    changed_at timestamptz not null default now(),
    primary key (community_id, order_id),
    foreign key (community_id, member_id) references points_account (community_id, member_id),
    constraint points_come_back_once check (back >= 0 and back <= points),
    check ((state = 'SPENT') = (paid_fen is not null)),
    check (state = 'SPENT' or back = 0)
);
create index points_hold_of on points_hold (community_id, member_id);

create table points_hold_lot (
    community_id uuid not null,
    order_id uuid not null,
    lot_id uuid not null,
    points int not null check (points > 0),
    back int not null default 0,
    primary key (community_id, order_id, lot_id),
    foreign key (community_id, order_id) references points_hold (community_id, order_id),
    foreign key (community_id, lot_id) references points_lot (community_id, id),
    constraint points_of_a_lot_come_back_once check (back >= 0 and back <= points)
);
create index points_hold_lot_of on points_hold_lot (community_id, lot_id);

-- What an order gave its buyer, and what was taken back of it since.
create table points_earning (
    community_id uuid not null,
    order_id uuid not null,
    member_id uuid not null,
    per_yuan smallint not null check (per_yuan > 0),
    earned int not null default 0 check (earned >= 0),
    taken int not null default 0 check (taken >= 0),
    primary key (community_id, order_id),
    foreign key (community_id, member_id) references points_account (community_id, member_id),
    constraint points_taken_back_were_earned check (taken <= earned)
);

-- One check-in a day: whoever taps twice, or replays it, finds the row.
create table points_check_in (
    community_id uuid not null,
    member_id uuid not null,
    day date not null,
    streak int not null check (streak > 0),
    points int not null check (points > 0),
    primary key (community_id, member_id, day)
);

-- Everything that moved points or what is owed of them.
create table points_entry (
    community_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('EARNED', 'CHECKED_IN', 'SPENT', 'GIVEN_BACK', 'TAKEN_BACK', 'ENDED', 'RENEWED', 'OWED', 'WORKED_OFF')),
    lot_id uuid,
    points int not null,
    debt int not null default 0,
    order_id uuid,
    at timestamptz not null default now(),
    primary key (community_id, id),
    foreign key (community_id, lot_id) references points_lot (community_id, id),
    check (points <> 0 or debt <> 0),
    check ((lot_id is null) = (points = 0)),
    check (debt = 0 or kind in ('OWED', 'WORKED_OFF'))
);
create index points_entry_of on points_entry (community_id, member_id, id desc);
create index points_entry_of_lot on points_entry (community_id, lot_id);

create function points_stay_written() returns trigger language plpgsql as $$
begin
    raise exception 'What is written about points stays' using errcode = 'check_violation';
end $$;
create trigger points_entry_append_only before update or delete on points_entry
    for each row execute function points_stay_written();
create trigger points_check_in_append_only before update or delete on points_check_in
    for each row execute function points_stay_written();
create trigger points_lot_is_kept before delete on points_lot for each row execute function points_stay_written();
create trigger points_lot_stays before update on points_lot
    for each row when (
        (old.community_id, old.id, old.member_id, old.rule, old.points, old.usable_from)
        is distinct from (new.community_id, new.id, new.member_id, new.rule, new.points, new.usable_from)
    ) execute function points_stay_written();
