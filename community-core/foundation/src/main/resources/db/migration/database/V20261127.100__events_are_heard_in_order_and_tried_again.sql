-- One row per event and listener that has not heard it. It goes in the listener's own transaction, so whoever is hearing
-- holds the row's lock: a row that is due and free is heard by nobody, whoever was cut off.
alter table event_publication
    add column number bigint,
    add column subject uuid,
    -- whom it is in order for: the class that listens, whatever its methods are called
    add column hearer text not null
        generated always as (coalesce(substring(listener_id from '^([^(]*)\.[^.(]+\('), listener_id)) stored,
    add column due_at timestamptz not null default now(),
    add column failures int not null default 0 check (failures >= 0),
    -- the kind of the last error, never its words: they may name people
    add column last_error text check (last_error is null or failures > 0),
    add column set_aside text check (set_aside in ('UNKNOWN_EVENT', 'UNKNOWN_LISTENER', 'UNREADABLE'));

update event_publication p set number = o.number
from (select id, row_number() over (order by publication_date, id) as number from event_publication) o where o.id = p.id;

alter table event_publication alter column number set not null;
alter table event_publication alter column number add generated always as identity;
select setval(pg_get_serial_sequence('event_publication', 'number'), coalesce(max(number), 1), max(number) is not null)
from event_publication;

-- Whether a listener still has to hear something earlier about the same subject.
create index event_publication_in_order on event_publication (hearer, subject, number) where set_aside is null;
create index event_publication_by_due on event_publication (due_at) where set_aside is null;

-- What heard rows said of themselves: they are gone.
drop index event_publication_by_event;
drop index event_publication_by_completion;
alter table event_publication
    drop column completion_date,
    drop column status,
    drop column completion_attempts,
    drop column last_resubmission_date;
