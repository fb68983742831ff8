-- I-L6 [money] A wallet holds in the books what is left of its credit
select coalesce(a.owner, l.wallet_id), a.balance_fen, l.fen
from (select owner, balance_fen from ledger_account where kind = 'WALLET') a
full join (select wallet_id, sum(left_fen) as fen from wallet_lot group by wallet_id) l on l.wallet_id = a.owner
where coalesce(a.balance_fen, 0) <> coalesce(l.fen, 0);

-- I-L17 [money] What is left of credit is what came in less what went out, and never less than nothing
select l.community_id, l.id, l.left_fen, l.held_fen from wallet_lot l
where l.left_fen < 0 or l.held_fen < 0 or l.held_fen > l.left_fen or l.left_fen <> (
    select coalesce(sum(e.fen), 0) from wallet_entry e where e.community_id = l.community_id and e.lot_id = l.id);

-- I-L17 [money] No credit comes from money that a leader took, or from anything but a refund that stayed
select l.community_id, l.id, l.provider from wallet_lot l
left join refund r on r.community_id = l.community_id and r.id = l.refund_id
left join payment p on p.community_id = l.community_id and p.id = l.payment_id
where p.provider is null or p.provider in ('offline', 'wallet') or p.provider <> l.provider
    or r.provider is distinct from 'wallet' or r.amount_fen <> l.amount_fen or r.payment_id <> l.payment_id;

-- I-L17 [money] What is set aside of credit is set aside for orders that wait for their money, and is what their lots say
select l.community_id, l.id, l.held_fen from wallet_lot l
where l.held_fen <> (
    select coalesce(sum(p.amount_fen), 0) from wallet_hold_lot p
        join wallet_hold h on h.community_id = p.community_id and h.order_id = p.order_id
        join orders o on o.community_id = h.community_id and o.id = h.order_id
    where p.community_id = l.community_id and p.lot_id = l.id and h.state = 'HELD' and o.status = 'PLACED');

-- I-L17 [money] Credit is spent once for an order, as one payment of it, and comes back as its refunds say
select h.community_id, h.order_id, h.amount_fen from wallet_hold h
left join (
    select community_id, order_id, sum(amount_fen) as fen, sum(back_fen) as back
    from wallet_hold_lot group by community_id, order_id
) parts on parts.community_id = h.community_id and parts.order_id = h.order_id
left join payment p on p.community_id = h.community_id and p.id = h.payment_id
where case h.state when 'RELEASED' then parts.fen is not null
    when 'HELD' then parts.fen is distinct from h.amount_fen
    else parts.fen is distinct from h.amount_fen or p.provider is distinct from 'wallet' or p.captured_fen <> h.amount_fen
        or p.refunded_fen <> parts.back end;
