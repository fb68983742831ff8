-- What was done at a desk without network, as the phone told it afterwards: each act once, whatever it came to.
create table desk_act (
    community_id uuid not null,
    member_id uuid not null,
    -- made by the phone, so that an act told twice is the same act
    id uuid not null,
    kind text not null check (kind in ('HANDOVER', 'UNDO')),
    order_code text not null check (char_length(order_code) between 1 and 40),
    takes_back uuid,
    -- the phone's clock, only noted: nothing is decided by it
    said_at timestamptz,
    taken_at timestamptz not null default clock_timestamp(),
    outcome text not null check (outcome in ('DONE', 'TOO_LATE', 'REFUSED')),
    reason text,
    -- the hand-over this act began or took back, or the one that was quicker
    handover_id uuid,
    primary key (community_id, member_id, id),
    foreign key (community_id, handover_id) references handover (community_id, id),
    check ((outcome = 'REFUSED') = (handover_id is null)),
    check ((outcome = 'REFUSED') = (reason is not null)),
    check (kind = 'UNDO' or takes_back is null),
    check (kind = 'HANDOVER' or outcome <> 'TOO_LATE')
);
-- One hand-over comes from one act and is taken back by one.
create unique index desk_act_once on desk_act (community_id, handover_id, kind) where outcome = 'DONE';
