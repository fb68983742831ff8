-- What a leader gave off an order out of their own fee, and what was paid for it. The fee is the share of the goods less that,
-- and goes in proportion with what is kept of what was paid; it stops at nothing. What it did not cover the community bears.
alter table settlement
    add column paid_fen bigint check (paid_fen > 0),
    add column discount_fen bigint not null default 0 check (discount_fen >= 0),
    add constraint settlement_discount_of_what_was_paid
        check (discount_fen = 0 or (paid_fen is not null and kept_fen <= paid_fen));

alter table settlement alter column fee_fen set expression as (
    case when discount_fen = 0 then kept_fen * basis_points / 10000
        else trunc(greatest((paid_fen + discount_fen)::numeric * basis_points - discount_fen::numeric * 10000, 0)
            * kept_fen / (paid_fen::numeric * 10000))::bigint end);
alter table settlement add column uncovered_fen bigint not null generated always as (
    case when discount_fen = 0 then 0
        else trunc(greatest(discount_fen::numeric * 10000 - (paid_fen + discount_fen)::numeric * basis_points, 0)
            * kept_fen / (paid_fen::numeric * 10000))::bigint end) stored;

create or replace function settlement_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.kept_fen <= old.kept_fen
        and (new.community_id, new.order_id, new.leader_id, new.basis_points, new.settled_at, new.discount_fen)
            = (old.community_id, old.order_id, old.leader_id, old.basis_points, old.settled_at, old.discount_fen)
        and new.paid_fen is not distinct from old.paid_fen then
        return new;
    end if;
    raise exception 'A settlement stays; only what is kept may become less' using errcode = 'check_violation';
end $$;
