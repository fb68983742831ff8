-- When a listener last failed at it, or it was found to be unreadable; unknown for what failed before.
alter table event_publication add column tried_at timestamptz;

-- By hand: what keeps failing goes out of the way of what happened later to the same subject.
alter table event_publication
    drop constraint event_publication_set_aside_check,
    add constraint event_publication_set_aside_check
        check (set_aside in ('UNKNOWN_EVENT', 'UNKNOWN_LISTENER', 'UNREADABLE', 'BY_HAND'));
