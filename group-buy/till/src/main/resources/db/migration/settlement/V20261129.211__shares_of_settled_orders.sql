-- What others than the leader get of a settled order: in proportion to what is kept of what was paid, rounded down, so that it
-- never grows when something goes back. The community keeps the odd fen.
create table settlement_share (
    community_id uuid not null,
    order_id uuid not null,
    kind text not null check (kind in ('COMMISSION', 'SUPPLIER')),
    member_id uuid not null,
    basis_points int not null check (basis_points between 1 and 10000),
    base_fen bigint not null check (base_fen >= 0),
    paid_fen bigint not null check (paid_fen > 0),
    kept_fen bigint not null check (kept_fen between 0 and paid_fen),
    fen bigint not null generated always as (
        trunc(base_fen::numeric * basis_points * kept_fen / (paid_fen::numeric * 10000))::bigint) stored,
    primary key (community_id, order_id, kind, member_id),
    foreign key (community_id, order_id) references settlement (community_id, order_id),
    check (base_fen <= paid_fen),
    constraint settlement_share_cap check (kind = 'SUPPLIER' or basis_points <= 2000)
);
create unique index settlement_share_one_commission on settlement_share (community_id, order_id) where kind = 'COMMISSION';
-- Serves what is owed to one member, and to all.
create index settlement_share_of_member on settlement_share (member_id, kind, community_id);

create function settlement_share_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.kept_fen <= old.kept_fen
        and (new.community_id, new.order_id, new.kind, new.member_id, new.basis_points, new.base_fen, new.paid_fen)
            = (old.community_id, old.order_id, old.kind, old.member_id, old.basis_points, old.base_fen, old.paid_fen) then
        return new;
    end if;
    raise exception 'A share stays; only what is kept may become less' using errcode = 'check_violation';
end $$;
create trigger settlement_share_guard before update or delete on settlement_share
    for each row execute function settlement_share_guard();
create trigger settlement_share_not_emptied before truncate on settlement_share
    for each statement execute function settlement_share_guard();

-- All shares of an order are of what is kept of it, fee and commission within the law, and nobody shares more than there is.
create function settlement_share_within() returns trigger language plpgsql as $$
begin
    if exists (
        select from settlement s join settlement_share h on h.community_id = s.community_id and h.order_id = s.order_id
        where s.community_id = new.community_id and s.order_id = new.order_id
        group by s.community_id, s.order_id
        having s.fee_fen + sum(h.fen) > s.kept_fen or bool_or(h.kept_fen <> s.kept_fen)
            or s.basis_points + coalesce(max(h.basis_points) filter (where h.kind = 'COMMISSION'), 0) > 2000
                and bool_or(h.kind = 'COMMISSION')) then
        raise exception 'more of order % is shared than is kept of it', new.order_id
            using errcode = 'check_violation', constraint = 'settlement_share_within';
    end if;
    return null;
end $$;
create constraint trigger settlement_share_within after insert or update on settlement_share
    deferrable initially deferred for each row execute function settlement_share_within();
create constraint trigger settlement_within_shares after update on settlement
    deferrable initially deferred for each row execute function settlement_share_within();
