-- Members' shops: a member's own page over what the community has on offer. What it costs, how much there is and who hands it over
-- stays with whoever sells it; a shop keeps a selection, its order, words and pictures.
create table member_shop (
    community_id uuid not null,
    id uuid not null,
    code text not null,
    owner_id uuid not null,
    title text not null check (char_length(title) between 1 and 20),
    introduction text not null check (char_length(introduction) <= 300),
    cover text,
    open boolean not null default true,
    -- why an operator took it from view; null while it may be shown
    hidden_reason text check (char_length(hidden_reason) between 1 and 200),
    opened_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    primary key (community_id, id),
    unique (community_id, code),
    constraint member_shop_one_each unique (community_id, owner_id)
);
create index member_shop_by_owner on member_shop (owner_id);
create index member_shop_by_opening on member_shop (opened_at, id);

create table member_shop_goods (
    community_id uuid not null,
    shop_id uuid not null,
    kind text not null check (kind in ('OFFER', 'CYCLE')),
    code text not null,
    place smallint not null,
    words text not null check (char_length(words) <= 100),
    picture text,
    placed_at timestamptz not null default now(),
    primary key (community_id, shop_id, kind, code),
    foreign key (community_id, shop_id) references member_shop on delete cascade,
    -- so that no shop has more than twenty
    constraint member_shop_goods_twenty check (place between 1 and 20),
    -- asked at the end: putting one before others moves them all
    constraint member_shop_goods_in_order unique (community_id, shop_id, place) deferrable initially deferred
);
