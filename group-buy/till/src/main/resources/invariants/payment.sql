-- I-L10 [money] What is on its way back in the books equals the refunds that are open
select coalesce(a.owner, r.community_id), a.balance_fen, r.fen
from (select owner, balance_fen from ledger_account where kind = 'REFUND_IN_FLIGHT') a
full join (select community_id, sum(amount_fen) as fen from refund where status <> 'DONE' group by community_id) r
    on r.community_id = a.owner
where coalesce(a.balance_fen, 0) <> coalesce(r.fen, 0);

-- I-L10 [money] What providers keep for us equals captures less finished refunds and transfers
select coalesce(a.owner, m.community_id), a.balance_fen, m.fen
from (select owner, balance_fen from ledger_account where kind = 'PROVIDER_CLEARING') a
full join (
    select community_id, sum(fen) as fen from (
        select community_id, amount_fen as fen from capture where provider is distinct from 'wallet'
        union all
        select community_id, -amount_fen from refund where status = 'DONE' and provider is distinct from 'wallet'
        union all
        select community_id, -amount_fen from payment_transfer where status = 'DONE'
    ) moved group by community_id
) m on m.community_id = a.owner
where coalesce(a.balance_fen, 0) <> -coalesce(m.fen, 0);

-- I-L10 No refund is open for more than seven days without an exception case
-- (not of the money: refunds that are held back would hold themselves back for ever)
select r.community_id, r.id from refund r
where r.status <> 'DONE' and r.requested_at < now() - interval '7 days'
    and not exists (
        select from exception_case c
        where c.community_id = r.community_id and c.kind in ('REFUND_STUCK', 'REFUND_TOO_OLD') and c.reference = r.code
    );

-- I-L14 [money] Refunds of a payment never exceed what was captured for it, and its sums are true
select p.community_id, p.id, p.captured_fen, p.refunded_fen from payment p
left join (
    select community_id, payment_id, sum(amount_fen) as fen from refund where reason is distinct from 'credit-paid-back'
    group by community_id, payment_id
) back on back.community_id = p.community_id and back.payment_id = p.id
left join (
    select community_id, payment_id, sum(amount_fen) as fen from capture where outcome <> 'EXCEPTION'
    group by community_id, payment_id
) taken on taken.community_id = p.community_id and taken.payment_id = p.id
where p.refunded_fen > p.captured_fen or p.refunded_fen <> coalesce(back.fen, 0)
    or p.captured_fen <> coalesce(taken.fen, 0);

-- I-G5 [money] Every capture ends in exactly one place: a captured payment of an order, a refund of its amount, or a case
select c.community_id, c.id, c.outcome from capture c
left join payment p on p.community_id = c.community_id and p.id = c.payment_id
left join refund r on r.community_id = c.community_id and r.order_id = c.order_id
    and r.reason = 'automatic' and r.request_key = c.id::text
left join exception_case x on x.community_id = c.community_id and x.capture_id = c.id
where (c.outcome <> 'EXCEPTION' and p.status is distinct from 'CAPTURED')
    or (c.outcome = 'REFUND') <> (r.id is not null and r.amount_fen = c.amount_fen)
    or (c.outcome = 'EXCEPTION') <> (x.id is not null);

-- I-G5 [money] Every capture is in the books once
select c.community_id, c.id from capture c
where 1 <> (
    select count(*) from ledger_transfer t
    where t.source_type = 'capture' and t.source_id = c.id and t.amount_fen = c.amount_fen
        and case when c.provider = 'wallet' then t.debit_kind = 'WALLET'
            else t.debit_owner = c.community_id and t.debit_kind = 'PROVIDER_CLEARING' end
);

-- I-D2 [money] No provider transaction was captured twice, whatever the community
select provider, transaction from capture group by provider, transaction having count(*) > 1;

-- I-O2 No open payment is asked about no more
select community_id, id from payment
where status = 'CREATED' and next_query_at is null and pay_before < now() - interval '25 hours';

-- I-L20 [money] What is on its way to people in the books equals the transfers that are open
select coalesce(a.owner, t.community_id), a.balance_fen, t.fen
from (select owner, balance_fen from ledger_account where kind = 'TRANSFER_IN_FLIGHT') a
full join (
    select community_id, sum(amount_fen) as fen from payment_transfer where ended_at is null group by community_id
) t on t.community_id = a.owner
where coalesce(a.balance_fen, 0) <> coalesce(t.fen, 0);

-- I-L20 [money] Every transfer is in the books as it stands: out of its account once, then paid once or back once
select t.community_id, t.id, t.status from payment_transfer t
left join ledger_transfer b on b.source_type = 'payment-transfer' and b.source_id = t.id and b.amount_fen = t.amount_fen
group by t.community_id, t.id, t.status, t.from_kind, t.from_owner
having count(*) filter (
        where b.step = 'requested' and b.debit_kind = t.from_kind and b.debit_owner = t.from_owner
            and b.credit_kind = 'TRANSFER_IN_FLIGHT' and b.credit_owner = t.community_id) <> 1
    or count(*) filter (where b.step = 'done') <> (t.status = 'DONE')::int
    or count(*) filter (where b.step = 'failed' and b.credit_kind = t.from_kind and b.credit_owner = t.from_owner)
        <> (t.status = 'FAILED')::int;

-- I-L20 [money] No code and no transaction of a provider paid somebody out twice
select provider, code, transaction from (
    select provider, code, null as transaction, count(*) as times from payment_transfer
    where status = 'DONE' group by provider, code
    union all
    select provider, null, transaction, count(*) from payment_transfer
    where transaction <> '' group by provider, transaction
) paid where times > 1;

-- I-L20 No transfer is open for more than seven days without an exception case
select t.community_id, t.id from payment_transfer t
where t.ended_at is null and t.requested_at < now() - interval '7 days'
    and not exists (
        select from exception_case c
        where c.community_id = t.community_id and c.kind in ('TRANSFER_BY_HAND', 'TRANSFER_STUCK') and c.reference = t.code
    );
