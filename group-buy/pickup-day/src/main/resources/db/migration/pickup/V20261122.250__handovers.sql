-- Who handed which order over, and who took that back.
create table handover (
    community_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    handed_by uuid not null,
    handed_at timestamptz not null default clock_timestamp(),
    undone_by uuid,
    undone_at timestamptz,
    primary key (community_id, id),
    check ((undone_by is null) = (undone_at is null))
);
-- An order is handed over once until that is undone, at however many desks at once.
create unique index handover_once on handover (community_id, order_id) where undone_at is null;
create index handover_of_order on handover (community_id, order_id);

-- Pickup codes typed at a desk that led nowhere; looked back on for an hour, counted per person whatever the community.
create table pickup_code_try (
    member_id uuid not null,
    id uuid not null,
    at timestamptz not null default clock_timestamp(),
    primary key (member_id, id)
);

-- Full phone numbers that were shown to somebody, and why. The number itself is not kept here.
create table phone_reveal (
    community_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    member_id uuid not null,
    reason text not null check (char_length(reason) between 2 and 100),
    at timestamptz not null default clock_timestamp(),
    primary key (community_id, id)
);
create index phone_reveal_of_member on phone_reveal (member_id, at);
