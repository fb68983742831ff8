-- What makes coupons: a promise of money off, whose money it is, and how much of it there is. What was given and what is set
-- aside for orders that wait for their money never pass the budget.
create table coupon_campaign (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    title text not null check (char_length(title) between 1 and 40),
    kind text not null check (kind in ('AMOUNT', 'PERCENT')),
    -- an amount; of a percentage the most that it takes off
    off_fen bigint not null check (off_fen between 1 and 10000000),
    basis_points int check (basis_points between 1 and 9900),
    from_fen bigint not null check (from_fen between 0 and 10000000),
    goods text not null check (goods in ('ALL', 'PRODUCT', 'CATEGORY')),
    product_id uuid,
    goods_name text not null check (char_length(goods_name) <= 60),
    first_order boolean not null,
    stacking text not null check (char_length(stacking) between 1 and 20),
    funder text not null check (funder in ('PLATFORM', 'LEADER', 'SUPPLIER')),
    leader_id uuid,
    budget_fen bigint not null check (budget_fen between 1 and 100000000),
    held_fen bigint not null default 0 check (held_fen >= 0),
    given_fen bigint not null default 0 check (given_fen >= 0),
    per_person smallint not null check (per_person between 1 and 20),
    most_claims int check (most_claims between 1 and 1000000),
    claimed int not null default 0 check (claimed >= 0),
    way text not null check (way in ('CLAIM', 'CODE', 'PACKET')),
    opens timestamptz not null,
    closes timestamptz not null,
    lasts_days smallint check (lasts_days between 1 and 366),
    made_by uuid not null,
    made_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    constraint coupon_budget_holds check (held_fen + given_fen <= budget_fen),
    constraint coupon_claims_hold check (claimed <= most_claims),
    check (closes > opens),
    check ((kind = 'PERCENT') = (basis_points is not null)),
    check (kind = 'PERCENT' or from_fen > off_fen),
    check ((goods = 'PRODUCT') = (product_id is not null)),
    check ((goods = 'ALL') = (goods_name = '')),
    check ((funder = 'LEADER') = (leader_id is not null)),
    check (way <> 'PACKET' or most_claims is not null)
);
create index coupon_campaign_by_leader on coupon_campaign (leader_id, id) where leader_id is not null;

-- A coupon in a member's hands. A member's nth of a campaign is one row; one that replaces another has no number.
create table coupon (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    campaign_id uuid not null,
    member_id uuid not null,
    nth smallint check (nth > 0),
    replaces uuid,
    claimed_at timestamptz not null default now(),
    ends_at timestamptz not null,
    withdrawn_at timestamptz,
    reminded_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, campaign_id, member_id, nth),
    unique (community_id, replaces),
    foreign key (community_id, campaign_id) references coupon_campaign (community_id, id),
    foreign key (community_id, replaces) references coupon (community_id, id),
    check (ends_at > claimed_at),
    check ((nth is null) = (replaces is not null))
);
create index coupon_by_member on coupon (member_id, ends_at);

-- A coupon used on an order: set aside while it waits for its money, given once it is paid, given back when it ends otherwise.
-- GIVEN_LATE: the order was paid after its coupon had gone to another one; it keeps what it was told, beside the budget.
create table coupon_use (
    community_id uuid not null,
    order_id uuid not null,
    coupon_id uuid not null,
    campaign_id uuid not null,
    member_id uuid not null,
    amount_fen bigint not null check (amount_fen > 0),
    first_order boolean not null,
    state text not null check (state in ('HELD', 'GIVEN', 'GIVEN_BACK', 'GIVEN_LATE')),
    held_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    primary key (community_id, order_id, coupon_id),
    foreign key (community_id, coupon_id) references coupon (community_id, id),
    foreign key (community_id, campaign_id) references coupon_campaign (community_id, id)
);
create unique index coupon_is_used_once on coupon_use (community_id, coupon_id) where state in ('HELD', 'GIVEN');
create unique index coupon_first_order_is_one on coupon_use (community_id, member_id)
    where first_order and state in ('HELD', 'GIVEN');
create index coupon_use_by_campaign on coupon_use (community_id, campaign_id);

-- Who has paid for an order here since there are coupons: their next one is not their first.
create table coupon_buyer (
    community_id uuid not null,
    member_id uuid not null,
    order_id uuid not null,
    primary key (community_id, member_id)
);

-- Serves the reminder, which only looks at those that end soon and were not spoken of.
create index coupon_to_remind on coupon (ends_at) where reminded_at is null and withdrawn_at is null;
