create table product (
    community_id uuid not null,
    id uuid not null,
    name text not null check (length(name) between 1 and 60),
    description text not null check (length(description) <= 2000),
    origin text not null check (length(origin) <= 40),
    category text not null check (length(category) <= 20),
    pictures varchar(255)[] not null,
    created_at timestamptz not null,
    archived_at timestamptz,
    version int not null,
    primary key (community_id, id)
);
create index product_on_sale_by_name on product (community_id, name) where archived_at is null;

create table sku (
    community_id uuid not null,
    id uuid not null,
    product_id uuid not null,
    spec text not null check (length(spec) between 1 and 40),
    price_fen bigint not null check (price_fen between 1 and 10000000),
    -- null: stock of this variant is not counted
    on_hand int check (on_hand >= 0),
    reserved int not null default 0 check (reserved >= 0),
    per_person_limit int check (per_person_limit between 1 and 9999),
    archived_at timestamptz,
    version int not null,
    primary key (community_id, id),
    foreign key (community_id, product_id) references product (community_id, id),
    constraint never_oversold check (reserved <= on_hand)
-- room for new versions on the same page: the counter changes with every order
) with (fillfactor = 60);
create index sku_by_product on sku (community_id, product_id);

-- Pieces one member holds in orders that are not cancelled; what the limit per person is compared with.
create table sku_holding (
    community_id uuid not null,
    sku_id uuid not null,
    member_id uuid not null,
    pieces int not null check (pieces >= 0),
    primary key (community_id, sku_id, member_id),
    foreign key (community_id, sku_id) references sku (community_id, id)
) with (fillfactor = 80);
