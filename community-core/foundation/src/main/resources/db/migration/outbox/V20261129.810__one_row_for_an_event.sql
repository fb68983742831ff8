-- What happened is one row, however many listen: each listener's transaction takes its own name out of it, the last one the
-- row. A listener that fails, or that must wait for something earlier, gets a row of its own in event_publication.
-- First, so that whoever is writing events has committed: no number given from now on is below one of theirs.
lock table event_publication in access exclusive mode;
create sequence outbox_number;
select setval('outbox_number', last_value, is_called) from event_publication_number_seq;
alter table event_publication
    alter column number drop identity,
    alter column number set default nextval('outbox_number'),
    -- when a hearing began that neither came to an end nor failed
    add column begun_at timestamptz;

create table outbox_event (
    id uuid not null primary key,
    -- its place among all that ever happened, on both tables' one scale
    number bigint not null default nextval('outbox_number'),
    subject uuid not null,
    event_type text not null,
    serialized_event text not null,
    -- by name, in the order they hear it
    unheard text[] not null check (cardinality(unheard) > 0 and array_position(unheard, null) is null),
    published_at timestamptz not null default clock_timestamp(),
    -- when somebody else goes on with it, should whoever published it be gone
    due_at timestamptz not null
) with (fillfactor = 50);

-- Whether a listener still has to hear something earlier about the same subject.
create index outbox_event_in_order on outbox_event (subject, number);
create index outbox_event_by_due on outbox_event (due_at);

-- Everything that somebody has not heard, whichever table says so.
create view outbox_outstanding as
select id, number, listener_id, event_type, serialized_event, subject from event_publication
union all
select id, number, unnest(unheard), event_type, serialized_event, subject from outbox_event;
