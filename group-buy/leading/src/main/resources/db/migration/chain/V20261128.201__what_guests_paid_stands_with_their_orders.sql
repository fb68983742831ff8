-- Where a guest's order was taken back: what they had paid for it counts for the next one they have.
alter table chain_order add column earlier_order_id uuid;
update chain_order c set earlier_order_id = (
    select o.id from chain_line l
    join orders o on o.community_id = l.community_id and o.external_source = 'chain-list'
        and o.external_key = c.cycle_id || ':' || l.list_id || ':' || l.line_number
    where l.community_id = c.community_id and l.chain_order_id = c.id
    order by o.placed_at desc limit 1)
where c.order_id is null;

-- A tick said that somebody had paid; with the order it says how much.
insert into order_taken_by_hand (community_id, order_id, amount_fen, cause, taken_at)
select o.community_id, o.id, o.amount_fen + o.returned_fen, 'LIST', c.paid_at
from chain_order c
join orders o on o.community_id = c.community_id and o.id = coalesce(c.order_id, c.earlier_order_id)
where c.paid_at is not null and o.amount_fen + o.returned_fen > 0;

alter table chain_order drop column paid_at;
