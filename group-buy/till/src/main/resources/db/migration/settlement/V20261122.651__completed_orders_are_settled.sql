-- An order whose money is no longer its customer's. What stays of it only becomes less, and the leader's fee with it:
-- the share of what stays, rounded down.
create table settlement (
    community_id uuid not null,
    order_id uuid not null,
    leader_id uuid not null,
    basis_points int not null check (basis_points between 0 and 10000),
    kept_fen bigint not null check (kept_fen >= 0),
    fee_fen bigint not null generated always as (kept_fen * basis_points / 10000) stored,
    settled_at timestamptz not null default now(),
    primary key (community_id, order_id)
);
-- Serves what is owed to one leader, and to all leaders of a community.
create index settlement_of_leader on settlement (leader_id, community_id);

create function settlement_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.kept_fen <= old.kept_fen
        and (new.community_id, new.order_id, new.leader_id, new.basis_points, new.settled_at)
            = (old.community_id, old.order_id, old.leader_id, old.basis_points, old.settled_at) then
        return new;
    end if;
    raise exception 'A settlement stays; only what is kept may become less' using errcode = 'check_violation';
end $$;
create trigger settlement_guard before update or delete on settlement
    for each row execute function settlement_guard();
create trigger settlement_not_emptied before truncate on settlement
    for each statement execute function settlement_guard();
