-- Where a bag was left for its buyer: with the neighbour, at the door. Null where the buyer took it.
alter table handover add column left_with text check (char_length(left_with) between 1 and 60);

-- Pieces of one product of an order that its buyer took while the rest still waits; one that was undone stays on record.
create table handover_part (
    community_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    product_name text not null,
    spec text not null,
    pieces int not null check (pieces > 0),
    handed_by uuid not null,
    handed_at timestamptz not null default clock_timestamp(),
    undone_by uuid,
    undone_at timestamptz,
    primary key (community_id, id),
    check ((undone_by is null) = (undone_at is null))
);
create index handover_part_of_order on handover_part (community_id, order_id) where undone_at is null;
