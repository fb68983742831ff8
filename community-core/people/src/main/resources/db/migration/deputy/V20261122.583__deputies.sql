-- Who stands in for a leader (副手), with which rights and until when. Naming somebody anew ends the row before.
create table deputy (
    community_id uuid not null,
    id uuid not null,
    leader_id uuid not null,
    member_id uuid not null check (member_id <> leader_id),
    rights text[] not null check (
        cardinality(rights) > 0 and rights <@ array['HAND_OVER', 'LISTS', 'ORDERS', 'RECEIVING', 'PHONES']),
    named_at timestamptz not null default now(),
    until timestamptz not null check (until > named_at),
    ended_at timestamptz,
    primary key (community_id, id)
);
create unique index deputy_once on deputy (community_id, leader_id, member_id) where ended_at is null;
create index deputy_by_member on deputy (member_id) where ended_at is null;
