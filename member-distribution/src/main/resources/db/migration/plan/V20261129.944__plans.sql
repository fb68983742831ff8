-- Plans: what members of a community may pay for, for a time, to pay less, get more points and a coupon a month. A leader's hold in
-- their own cycles, an operator's everywhere.
create table plan (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    title text not null check (char_length(title) between 1 and 40),
    price_fen bigint not null check (price_fen >= 100),
    days smallint not null check (days >= 7),
    -- less than the usual price; 0 for the usual one
    basis_points int not null,
    -- of the usual points; 100 for the usual ones
    points_percent smallint not null,
    -- of the coupon that comes each month
    campaign_code text,
    served_first boolean not null,
    leader_id uuid,
    made_by uuid not null,
    made_at timestamptz not null default now(),
    ended_at timestamptz,
    -- a right to earn, to recruit or to lead: the law does not allow that it is paid for (C-03)
    opens_earning boolean not null default false,
    primary key (community_id, id),
    unique (community_id, code),
    constraint plan_opens_no_earning check (not opens_earning),
    constraint plan_prepaid check (price_fen <= 100000 and days <= 366),
    constraint plan_price check (basis_points = 0 or basis_points between 100 and 3000),
    constraint plan_points check (points_percent between 100 and 300),
    constraint plan_gives_something
        check (basis_points > 0 or points_percent > 100 or campaign_code is not null or served_first),
    check (ended_at >= made_at)
);
create index plan_open on plan (community_id, id) where ended_at is null;
create index plan_by_leader on plan (leader_id, id) where leader_id is not null;
create index plan_by_making on plan (made_at, id);

-- A member's plan for one term, at the terms of when they took it. Paid like an order, under its own id.
create table plan_subscription (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    -- what it is called where it is paid
    order_code text not null,
    plan_id uuid not null,
    member_id uuid not null,
    title text not null,
    price_fen bigint not null check (price_fen > 0),
    days smallint not null check (days > 0),
    basis_points int not null,
    points_percent smallint not null,
    campaign_code text,
    served_first boolean not null,
    leader_id uuid,
    seller_id uuid not null,
    status text not null check (status in ('PLACED', 'NEXT', 'RUNNING', 'CANCELLED', 'ENDED', 'CLOSED')),
    placed_at timestamptz not null default now(),
    pay_before timestamptz not null,
    -- when the sweep looks at an unpaid one next
    sweep_at timestamptz not null,
    paid_at timestamptz,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    -- when it really was over
    over_at timestamptz,
    refund_fen bigint not null default 0,
    reminded_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, order_code),
    foreign key (community_id, plan_id) references plan (community_id, id),
    check (ends_at > starts_at),
    check ((status in ('PLACED', 'CLOSED')) = (paid_at is null)),
    check ((status in ('CANCELLED', 'ENDED', 'CLOSED')) = (over_at is not null)),
    -- whoever ends it early has back the days that were not begun; nobody else has anything back
    constraint plan_subscription_goes_back check (refund_fen = case when status = 'CANCELLED' then
        trunc(price_fen * least(floor(extract(epoch from ends_at - greatest(over_at, starts_at)) / 86400), days) / days)
        else 0 end)
);
-- Nobody waits for two, has two or has two next.
create unique index plan_subscription_once on plan_subscription (community_id, member_id, status)
    where status in ('PLACED', 'NEXT', 'RUNNING');
create index plan_subscription_by_member on plan_subscription (member_id, id);
create index plan_subscription_of_plan on plan_subscription (community_id, plan_id, status);
-- Serve the sweeps, which only look at these.
create index plan_subscription_unpaid on plan_subscription (sweep_at) where status = 'PLACED';
create index plan_subscription_running on plan_subscription (ends_at) where status = 'RUNNING';
create index plan_subscription_next on plan_subscription (starts_at) where status = 'NEXT';

-- The coupon of a month of it.
create table plan_coupon (
    community_id uuid not null,
    subscription_id uuid not null,
    month smallint not null check (month >= 0),
    coupon_id uuid not null,
    given_at timestamptz not null default now(),
    primary key (community_id, subscription_id, month),
    unique (community_id, coupon_id),
    foreign key (community_id, subscription_id) references plan_subscription (community_id, id)
);
