-- A referrer asks for money that is theirs; it is set aside in the books at once, and goes to them or is free again.
create table payout_batch (
    community_id uuid not null,
    id uuid not null,
    made_by uuid not null,
    made_at timestamptz not null default now(),
    first_by uuid,
    second_by uuid,
    approved_at timestamptz,
    primary key (community_id, id),
    constraint payout_batch_two_people check (first_by <> second_by),
    check (second_by is null or first_by is not null),
    check ((second_by is null) = (approved_at is null))
);
create index payout_batch_by_time on payout_batch (made_at desc, id);

create table withdrawal (
    community_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    account_id uuid not null,
    amount_fen bigint not null constraint withdrawal_least check (amount_fen >= 100),
    -- withheld of it for the tax office, as an operator says
    tax_fen bigint not null default 0 constraint withdrawal_tax check (tax_fen between 0 and amount_fen),
    state text not null default 'LOCKED' check (state in ('LOCKED', 'PAID', 'RETURNED')),
    hold_id uuid not null,
    batch_id uuid,
    asked_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (community_id, id),
    unique (hold_id),
    foreign key (community_id, batch_id) references payout_batch (community_id, id),
    check ((state = 'LOCKED') = (ended_at is null)),
    check (state <> 'PAID' or batch_id is not null)
);
create index withdrawal_of_member on withdrawal (member_id, asked_at desc, id);
create index withdrawal_of_batch on withdrawal (community_id, batch_id);
create index withdrawal_waiting on withdrawal (community_id) where state = 'LOCKED' and batch_id is null;

-- Nothing is paid that two people have not approved, and what was approved stays as it was.
create function withdrawal_guard() returns trigger language plpgsql as $$
begin
    if old.state <> 'LOCKED'
        or (new.community_id, new.id, new.member_id, new.account_id, new.amount_fen, new.hold_id)
            <> (old.community_id, old.id, old.member_id, old.account_id, old.amount_fen, old.hold_id)
        or old.batch_id is not null and new.batch_id is distinct from old.batch_id
        or new.tax_fen <> old.tax_fen and exists (select from payout_batch b
            where b.community_id = old.community_id and b.id = old.batch_id and b.first_by is not null)
        or new.state = 'PAID' and not exists (select from payout_batch b
            where b.community_id = old.community_id and b.id = new.batch_id and b.approved_at is not null) then
        raise exception 'A withdrawal is paid once, as two people approved it' using errcode = 'check_violation',
            constraint = 'withdrawal_approved';
    end if;
    return new;
end $$;
create trigger withdrawal_guard before update on withdrawal for each row execute function withdrawal_guard();
