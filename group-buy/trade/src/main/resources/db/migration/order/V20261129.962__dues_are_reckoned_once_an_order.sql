-- The same view: what is held of an order is summed once for it. Without the fence (offset 0) each column summed it again,
-- and again for each line that stood beside it.
create or replace view order_due as
select o.community_id, o.id as order_id, o.source_id,
    case when o.kind <> 'IMPORT' and o.status <> 'PLACED' and not o.paid_to_leader then cost.fen else 0 end as here_fen,
    case when o.kind = 'IMPORT' then least(held.fen, cost.fen)
        when o.status <> 'PLACED' and o.paid_to_leader then cost.fen else 0 end as to_leader_fen,
    case when o.kind = 'IMPORT' then greatest(cost.fen - held.fen, 0)
        when o.status = 'PLACED' then cost.fen else 0 end as open_fen,
    greatest(held.fen - cost.fen, 0) as too_much_fen
from orders o
cross join lateral (select case when o.status in ('CLOSED', 'REFUNDED') then 0 else o.amount_fen - o.allowed_fen end) cost (fen)
cross join lateral (
    select (coalesce((
            select sum(t.amount_fen) from order_taken_by_hand t
            where t.community_id = o.community_id and t.order_id = o.id and t.undone_at is null), 0)
        - coalesce((
            select sum(b.amount_fen) from order_paid_back_by_hand b
            where b.community_id = o.community_id and b.order_id = o.id and b.undone_at is null), 0))::bigint
    offset 0) held (fen);
