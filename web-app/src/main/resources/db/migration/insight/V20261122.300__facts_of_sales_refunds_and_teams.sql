-- What happened, once per subject, for counting. business_day is the day in the community's own time zone.

-- An order that was paid here. Orders imported from another tool were paid there: import_fact.
create table sale_fact (
    community_id uuid not null,
    order_id uuid not null,
    kind text not null check (kind in ('TEAM', 'ALONE', 'CYCLE')),
    leader_id uuid not null,
    -- null: a guest
    buyer_id uuid,
    paid_at timestamptz not null,
    business_day date not null,
    amount_fen bigint not null check (amount_fen >= 0),
    pieces int not null check (pieces > 0),
    primary key (community_id, order_id)
);
-- Both hold everything the figures need, so that a page reads the index alone.
create index sale_fact_by_day on sale_fact (business_day)
    include (community_id, leader_id, buyer_id, amount_fen, pieces);
create index sale_fact_of_community_by_day on sale_fact (community_id, business_day)
    include (leader_id, buyer_id, amount_fen, pieces);

create table sale_line_fact (
    community_id uuid not null,
    order_id uuid not null,
    position smallint not null,
    -- null: the goods were not in the catalogue
    product_id uuid,
    product_name text not null,
    business_day date not null,
    quantity int not null check (quantity > 0),
    amount_fen bigint not null check (amount_fen >= 0),
    primary key (community_id, order_id, position),
    foreign key (community_id, order_id) references sale_fact (community_id, order_id)
);
create index sale_line_fact_by_day on sale_line_fact (business_day)
    include (community_id, order_id, product_id, product_name, quantity, amount_fen);
create index sale_line_fact_of_community_by_day on sale_line_fact (community_id, business_day)
    include (order_id, product_id, product_name, quantity, amount_fen);

-- When somebody first bought in a community: what makes a buyer new.
create table first_purchase_fact (
    community_id uuid not null,
    buyer_id uuid not null,
    order_id uuid not null,
    paid_at timestamptz not null,
    business_day date not null,
    primary key (community_id, buyer_id)
);
create index first_purchase_fact_by_day on first_purchase_fact (business_day) include (community_id, buyer_id);

-- A refund of a paid order that its provider has confirmed.
-- Money that never became a sale (paid twice, too late) goes back too, but is no refund of one: it is not kept here.
create table refund_fact (
    community_id uuid not null,
    refund_id uuid not null,
    order_id uuid not null,
    completed_at timestamptz not null,
    business_day date not null,
    amount_fen bigint not null check (amount_fen > 0),
    primary key (community_id, refund_id)
);
create index refund_fact_by_day on refund_fact (business_day) include (community_id, amount_fen);

-- A team that has ended; an open one is neither a success nor a failure yet.
create table team_fact (
    community_id uuid not null,
    team_id uuid not null,
    outcome text not null check (outcome in ('FORMED', 'LAPSED')),
    ended_at timestamptz not null,
    business_day date not null,
    primary key (community_id, team_id)
);
create index team_fact_by_day on team_fact (business_day) include (community_id, outcome);

-- An order read from another tool's export and paid there: goods to hand over, no money through us.
create table import_fact (
    community_id uuid not null,
    order_id uuid not null,
    leader_id uuid not null,
    imported_at timestamptz not null,
    business_day date not null,
    amount_fen bigint not null check (amount_fen >= 0),
    primary key (community_id, order_id)
);
create index import_fact_by_day on import_fact (business_day) include (community_id, amount_fen);
