-- What a leader pasted from the group, whole and as it came, kept as evidence; taken_at is null while it is only looked at.
create table cycle_chain_list (
    community_id uuid not null,
    id uuid not null,
    cycle_id uuid not null,
    leader_id uuid not null,
    -- who 我 is where nobody else is speaking
    self_name text not null check (length(self_name) <= 40),
    written text not null check (octet_length(written) <= 102400),
    written_sha256 text not null,
    pasted_at timestamptz not null default now(),
    taken_at timestamptz,
    primary key (community_id, id),
    unique (community_id, cycle_id, written_sha256),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id)
);
create index cycle_chain_list_by_cycle on cycle_chain_list (community_id, cycle_id, pasted_at desc);

-- A line as the leader put it right; empty where they left it out. The list itself is never changed.
create table cycle_chain_fix (
    community_id uuid not null,
    list_id uuid not null,
    line_number int not null check (line_number > 0),
    line text not null check (length(line) <= 400),
    primary key (community_id, list_id, line_number),
    foreign key (community_id, list_id) references cycle_chain_list (community_id, id)
);

-- A guest of the chain. order_id is null where the order was cancelled in the same text that made it.
create table cycle_chain_order (
    community_id uuid not null,
    id uuid not null,
    cycle_id uuid not null,
    order_id uuid,
    name text not null check (length(name) between 1 and 40),
    building text not null check (length(building) <= 20),
    room text not null check (length(room) <= 20),
    phone text not null check (length(phone) <= 20),
    paid_at timestamptz,
    primary key (community_id, id),
    unique (community_id, order_id),
    foreign key (community_id, cycle_id) references order_cycle (community_id, id)
);
create index cycle_chain_order_by_cycle on cycle_chain_order (community_id, cycle_id);

-- Each line that made or changed an order, once.
create table cycle_chain_line (
    community_id uuid not null,
    list_id uuid not null,
    line_number int not null,
    chain_order_id uuid not null,
    is_change boolean not null,
    list_number int,
    -- in plain characters, as lines are compared
    line text not null,
    -- what it asks for: [{"product": id, "quantity": n}]
    wanted jsonb not null,
    primary key (community_id, list_id, line_number),
    foreign key (community_id, list_id) references cycle_chain_list (community_id, id),
    foreign key (community_id, chain_order_id) references cycle_chain_order (community_id, id)
);
create index cycle_chain_line_by_order on cycle_chain_line (community_id, chain_order_id);
