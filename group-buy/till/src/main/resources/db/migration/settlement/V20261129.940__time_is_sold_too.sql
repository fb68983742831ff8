-- Time is sold too, a plan's term: paid like an order, and when it is over the community's. Nobody handed anything over or brought
-- anybody: it has no fee, and shares are of goods.
alter table settlement
    add column sold text not null default 'GOODS' check (sold in ('GOODS', 'TIME')),
    add constraint settlement_of_time_has_no_fee check (sold = 'GOODS' or basis_points = 0 and discount_fen = 0);

create function settlement_share_of_goods() returns trigger language plpgsql as $$
begin
    if exists (select from settlement s
            where s.community_id = new.community_id and s.order_id = new.order_id and s.sold <> 'GOODS') then
        raise exception 'Nobody has a share of time that was sold' using errcode = 'check_violation',
            constraint = 'settlement_share_of_goods';
    end if;
    return new;
end $$;
create trigger settlement_share_of_goods before insert on settlement_share
    for each row execute function settlement_share_of_goods();

create or replace function settlement_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.kept_fen <= old.kept_fen
        and (new.community_id, new.order_id, new.leader_id, new.basis_points, new.settled_at, new.discount_fen, new.sold)
            = (old.community_id, old.order_id, old.leader_id, old.basis_points, old.settled_at, old.discount_fen, old.sold)
        and new.paid_fen is not distinct from old.paid_fen then
        return new;
    end if;
    raise exception 'A settlement stays; only what is kept may become less' using errcode = 'check_violation';
end $$;
