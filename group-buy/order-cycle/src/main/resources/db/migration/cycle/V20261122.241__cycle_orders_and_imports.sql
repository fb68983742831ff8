-- Pieces an order holds of a cycle's limits; gone when the order is.
create table cycle_reservation (
    community_id uuid not null,
    order_id uuid not null,
    product_id uuid not null,
    quantity int not null check (quantity > 0),
    primary key (community_id, order_id, product_id),
    foreign key (community_id, product_id) references cycle_product (community_id, id)
);

-- An uploaded export as it came, kept as evidence; imported_at is null while it is only looked at.
create table cycle_import (
    community_id uuid not null,
    id uuid not null,
    cycle_id uuid not null,
    leader_id uuid not null,
    file_name text not null check (length(file_name) <= 200),
    file_sha256 text not null,
    file bytea not null,
    uploaded_at timestamptz not null default now(),
    imported_at timestamptz,
    primary key (community_id, id),
    unique (community_id, cycle_id, file_sha256),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id)
);

-- Each order of an export, once per cycle however often the file comes again.
create table cycle_import_order (
    community_id uuid not null,
    cycle_id uuid not null,
    external_key text not null,
    content text not null,
    order_id uuid not null,
    order_code char(14) not null,
    import_id uuid not null,
    primary key (community_id, cycle_id, external_key),
    unique (community_id, order_id),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id),
    foreign key (community_id, import_id) references cycle_import (community_id, id)
);

-- Each line as it stood in the file, beside what was understood. Never changed but for the leader's tick.
create table cycle_import_line (
    community_id uuid not null,
    import_id uuid not null,
    row_number int not null,
    order_id uuid not null,
    attention text not null check (attention in ('MATCHED', 'REPAIRED', 'LOOK')),
    original jsonb not null,
    remarks jsonb not null,
    settled_at timestamptz,
    settled_by uuid,
    primary key (community_id, import_id, row_number),
    foreign key (community_id, order_id) references cycle_import_order (community_id, order_id),
    foreign key (community_id, import_id) references cycle_import (community_id, id),
    check ((settled_at is null) = (settled_by is null))
);
create index cycle_import_line_by_order on cycle_import_line (community_id, order_id);
