-- That somebody's first order here came by a link of another's. Once per person, never oneself, and so many a month.
create table invite (
    community_id uuid not null,
    invited_id uuid not null,
    inviter_id uuid not null,
    order_id uuid not null,
    campaign_id uuid not null,
    state text not null check (state in ('WAITING', 'GIVEN', 'ENDED', 'WITHDRAWN')),
    of_invited uuid,
    of_inviter uuid,
    -- of what the one who brought them got: which month, and which of that month
    month date,
    nth_of_month smallint check (nth_of_month between 1 and 10),
    noted_at timestamptz not null default now(),
    looked_at timestamptz not null default now(),
    primary key (community_id, invited_id),
    unique (community_id, order_id),
    constraint invite_counted_once_a_month unique (community_id, inviter_id, month, nth_of_month),
    constraint invite_never_oneself check (inviter_id <> invited_id),
    check ((month is null) = (nth_of_month is null)),
    check (of_inviter is null or month is not null),
    check (state in ('GIVEN', 'WITHDRAWN') or of_invited is null and of_inviter is null)
);
create index invite_by_inviter on invite (inviter_id);
create index invite_waiting on invite (looked_at) where state = 'WAITING';
