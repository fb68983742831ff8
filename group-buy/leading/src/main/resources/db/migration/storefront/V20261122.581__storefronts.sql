-- A leader's own page (小店), which anyone with its code may read. Leaders who have not looked at theirs yet have no row.
create table storefront (
    community_id uuid not null,
    leader_id uuid not null,
    code text not null,
    headline text not null default '' check (char_length(headline) <= 40),
    introduction text not null default '' check (char_length(introduction) <= 300),
    created_at timestamptz not null default now(),
    primary key (community_id, leader_id),
    unique (community_id, code)
);
