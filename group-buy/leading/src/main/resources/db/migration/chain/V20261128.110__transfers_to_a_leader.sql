-- Money that came to a leader, as bills and pasted lines tell it: each is known once, whatever texts it stands in.
create table transfer (
    community_id uuid not null,
    id uuid not null,
    leader_id uuid not null,
    -- the bill's own number; empty where nobody said one that tells it from all others
    number text not null check (length(number) <= 64),
    -- payer, amount and minute; without a day the cycle, too
    likeness text not null,
    -- how many there are like it before
    nth int not null check (nth >= 0),
    payer text not null check (length(payer) between 1 and 40),
    amount_fen bigint not null check (amount_fen > 0),
    -- as far as it was said: 2026-11-28 12:01, 11-28 12:01, 12:01 or nothing
    said_at text not null check (length(said_at) <= 16),
    note text not null check (length(note) <= 200),
    primary key (community_id, id),
    unique (community_id, leader_id, likeness, nth)
);
create unique index transfer_by_number on transfer (community_id, leader_id, number) where number <> '';

-- A text of transfers that was pasted; of money that went out only the number of its lines is kept.
create table transfer_list (
    community_id uuid not null,
    id uuid not null,
    cycle_id uuid not null,
    leader_id uuid not null,
    outgoing int not null check (outgoing >= 0),
    headings int not null check (headings >= 0),
    pasted_at timestamptz not null default now(),
    primary key (community_id, id)
);
create index transfer_list_by_cycle on transfer_list (community_id, cycle_id, pasted_at desc);

-- Each line of a text that may be a transfer: it is one, or why says what it lacks.
create table transfer_line (
    community_id uuid not null,
    list_id uuid not null,
    line_number int not null check (line_number > 0),
    written text not null check (octet_length(written) <= 1048576),
    transfer_id uuid,
    is_known boolean not null,
    why text check (why in
        ('NO_AMOUNT', 'SEVERAL_AMOUNTS', 'NO_NAME', 'GIVEN_BACK', 'WENT_OUT', 'BROKEN', 'TOO_LONG')),
    primary key (community_id, list_id, line_number),
    foreign key (community_id, list_id) references transfer_list (community_id, id),
    foreign key (community_id, transfer_id) references transfer (community_id, id),
    constraint transfer_line_is_read_or_says_why check ((transfer_id is null) = (why is not null))
);
create index transfer_line_by_transfer on transfer_line (community_id, transfer_id);

-- What a transfer was used for. Taking it back is written down, too.
create table transfer_use (
    community_id uuid not null,
    id uuid not null,
    transfer_id uuid not null,
    cycle_id uuid not null,
    guest_id uuid not null,
    by_hand boolean not null,
    used_by uuid not null,
    used_at timestamptz not null default now(),
    undone_by uuid,
    undone_at timestamptz,
    primary key (community_id, id),
    foreign key (community_id, transfer_id) references transfer (community_id, id),
    foreign key (community_id, guest_id) references chain_order (community_id, id),
    constraint transfer_use_undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
-- A transfer pays one order, whoever asks at the same moment.
create unique index transfer_used_once on transfer_use (community_id, transfer_id) where undone_at is null;
