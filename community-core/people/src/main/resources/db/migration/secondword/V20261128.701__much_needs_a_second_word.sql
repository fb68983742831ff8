-- What one operator wants to do and another has to confirm. Who proposed it never confirms it; what was decided stays.
create table second_word (
    id uuid not null primary key,
    kind text not null check (kind ~ '^[a-z-]{1,40}$'),
    community_id uuid not null,
    thing_id uuid not null,
    fen bigint not null check (fen > 0),
    reason text not null check (char_length(reason) <= 500),
    proposed_by uuid not null,
    proposed_at timestamptz not null default now(),
    expires_at timestamptz not null default now() + interval '7 days' check (expires_at > proposed_at),
    status text not null default 'WAITING' check (status in ('WAITING', 'CONFIRMED', 'REFUSED', 'EXPIRED')),
    decided_by uuid,
    decided_at timestamptz,
    constraint second_word_is_another_persons check (status <> 'CONFIRMED' or decided_by <> proposed_by),
    constraint second_word_has_its_speaker check ((status in ('CONFIRMED', 'REFUSED')) = (decided_by is not null)),
    constraint second_word_in_time check (status <> 'CONFIRMED' or decided_at < expires_at)
);
create unique index second_word_once on second_word (kind, community_id, thing_id) where status = 'WAITING';

create function refuse_another_word() returns trigger
language plpgsql as $$
begin
    raise exception 'a second word is said once, about what was proposed' using errcode = 'check_violation';
end
$$;
create trigger second_word_is_final before update on second_word
    for each row when (old.status <> 'WAITING'
        or row (new.kind, new.community_id, new.thing_id, new.fen, new.reason, new.proposed_by, new.expires_at)
            is distinct from row (old.kind, old.community_id, old.thing_id, old.fen, old.reason, old.proposed_by, old.expires_at))
    execute function refuse_another_word();
