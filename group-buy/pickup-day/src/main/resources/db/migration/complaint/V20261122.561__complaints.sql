-- Something damaged or short at the gate: what it was, what was asked, and what became of it.
create table complaint (
    community_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    order_code char(14) not null,
    -- the cycle or team it was bought in; complaints are counted by it
    source_id uuid,
    product_name text not null,
    spec text not null,
    kind text not null check (kind in ('DAMAGED', 'SHORT', 'UNCLAIMED')),
    pieces int not null check (pieces > 0),
    asked_fen bigint not null check (asked_fen > 0),
    note text not null default '' check (char_length(note) <= 200),
    picture text,
    reported_by uuid not null,
    reported_at timestamptz not null default clock_timestamp(),
    status text not null check (status in ('WAITING', 'GIVEN', 'DECLINED')),
    given_fen bigint not null default 0,
    -- the leader's own allowance carried it; otherwise the operator decided
    by_leader boolean not null default false,
    decided_by uuid,
    decided_at timestamptz,
    answer text not null default '' check (char_length(answer) <= 200),
    primary key (community_id, id),
    constraint complaint_shown check (kind <> 'DAMAGED' or picture is not null),
    constraint complaint_decided check ((status = 'WAITING') = (decided_at is null)
        and (decided_at is null) = (decided_by is null)),
    constraint complaint_given check (given_fen between 0 and asked_fen and (status = 'GIVEN') = (given_fen > 0)),
    constraint complaint_declined_with_a_word check (status <> 'DECLINED' or answer <> ''),
    constraint complaint_by_leader check (not by_leader or status = 'GIVEN')
);
create index complaint_of_order on complaint (community_id, order_id);
create index complaint_of_source on complaint (community_id, source_id) where source_id is not null;
-- Serves the operator's page, which looks at these first.
create index complaint_waiting on complaint (id) where status = 'WAITING';

-- A decision is final, and nothing of a complaint is rewritten.
create function complaint_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'a decided complaint is final' using errcode = 'check_violation', constraint = 'complaint_is_final';
end $$;
create trigger complaint_is_final before update on complaint
    for each row when (old.status <> 'WAITING') execute function complaint_is_final();
create trigger complaint_stays before delete on complaint
    for each row execute function complaint_is_final();

-- What a leader gave back without asking: for a cycle, or for a day where there is no cycle. Never more than the limit.
create table complaint_allowance (
    community_id uuid not null,
    subject_id uuid not null,
    day date not null,
    spent_fen bigint not null,
    limit_fen bigint not null,
    primary key (community_id, subject_id, day),
    constraint complaint_allowance_kept check (spent_fen between 0 and limit_fen)
);
