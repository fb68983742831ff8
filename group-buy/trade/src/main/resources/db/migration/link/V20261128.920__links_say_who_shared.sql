-- A link somebody hands on: to one page of one community, from one member, on one channel. Withdrawn it counts for nobody any more.
create table shared_link (
    community_id uuid not null,
    id uuid not null,
    code char(14) not null,
    sharer_id uuid not null,
    target_kind text not null check (target_kind ~ '^[a-z]{1,20}$'),
    target_code char(14) not null,
    channel text not null default '' check (length(channel) <= 40),
    made_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    primary key (community_id, id),
    unique (community_id, code),
    unique (community_id, id, sharer_id),
    check (left(code, 4) = left(target_code, 4)),
    check (withdrawn_at >= made_at)
);
-- Asked for twice, it is the same link.
create unique index shared_link_live on shared_link (community_id, sharer_id, target_kind, target_code, channel)
    where withdrawn_at is null;
create index shared_link_of_sharer on shared_link (sharer_id, made_at desc, code desc);

-- Where an order's buyer came from: at most one link an order, and never their own.
create table attribution (
    community_id uuid not null,
    order_id uuid not null,
    link_id uuid not null,
    sharer_id uuid not null,
    buyer_id uuid not null,
    at timestamptz not null default now(),
    primary key (community_id, order_id),
    foreign key (community_id, link_id, sharer_id) references shared_link (community_id, id, sharer_id),
    check (buyer_id <> sharer_id)
);
create index attribution_of_link on attribution (community_id, link_id);
