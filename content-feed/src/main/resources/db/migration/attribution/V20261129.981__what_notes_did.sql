-- How often a note was read, and how often something it is about was opened from it, by day. Robots and its author are nobody.
create table note_day (
    community_id uuid not null,
    note_code text not null,
    day date not null,
    reads bigint not null default 0 check (reads >= 0),
    clicks bigint not null default 0 check (clicks >= 0),
    primary key (community_id, note_code, day),
    check (reads + clicks > 0)
);

-- Who of those signed in did so, each once a day: a hash of note, day and member, by which nobody is found on another note or
-- day. Older days are deleted.
create table note_reader (
    community_id uuid not null,
    note_code text not null,
    kind text not null check (kind in ('READ', 'CLICK')),
    day date not null,
    reader bytea not null check (length(reader) = 32),
    primary key (community_id, note_code, kind, day, reader)
);
create index note_reader_by_day on note_reader (day);

create function all_differ(items text[]) returns boolean
language sql immutable as $$
    select cardinality(items) = (select count(distinct it) from unnest(items) it)
$$;

-- By which notes the buyer of an order came, the latest first. Each has the same share of it: what is written here adds up to one
-- whatever it is.
create table order_notes (
    community_id uuid not null,
    order_id uuid not null,
    notes text[] not null check (cardinality(notes) between 1 and 8 and all_differ(notes)),
    at timestamptz not null default now(),
    primary key (community_id, order_id)
);
create index order_notes_by_note on order_notes using gin (notes);
