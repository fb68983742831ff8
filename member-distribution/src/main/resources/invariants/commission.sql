-- I-Y1 [money] A commission goes to whoever's link its buyer came by and had accepted the terms, and never to the buyer
select c.community_id, c.order_id, c.order_code from commission c
left join attribution a on a.community_id = c.community_id and a.order_id = c.order_id
where a.order_id is null or a.sharer_id <> c.referrer_id or a.buyer_id <> c.buyer_id or c.buyer_id = c.referrer_id
    or c.level <> 1 or not exists (
        select from referrer_acceptance r where r.community_id = c.community_id and r.member_id = c.referrer_id
            and r.accepted_at <= c.placed_at);

-- I-Y2 [money] A commission is its lines' shares of what is kept of their order, and with the leader's fee at most a fifth
select c.community_id, c.order_id, c.order_code from commission c
join orders o on o.community_id = c.community_id and o.id = c.order_id
left join lateral (
    select sum(l.fen) as fen, sum(l.kept_fen) as kept, max(l.basis_points + l.fee_points) as points from commission_line l
    where l.community_id = c.community_id and l.order_id = c.order_id) l on true
where c.fen is distinct from l.fen or l.points > 2000
    or l.kept <> case when o.status in ('CLOSED', 'REFUNDED') then 0 else o.amount_fen - o.allowed_fen end;

-- I-Y3 [money] What a referrer has and owes is what was booked for them, less what was paid out
select coalesce(a.owner, c.account_id), a.fen, c.fen
from (select owner, sum(balance_fen) as fen from ledger_account where kind in ('COMMISSION', 'COMMISSION_DEBT') group by owner) a
full join (
    select b.account_id, sum(b.fen) as fen from (
        select r.account_id, coalesce(e.fen, 0) - coalesce(p.fen, 0) as fen
        from referrer r
        left join (
            select c.community_id, c.referrer_id, sum(c.booked_fen) as fen from commission c
            group by c.community_id, c.referrer_id) e on e.community_id = r.community_id and e.referrer_id = r.member_id
        left join (
            select owner, sum(fen) as fen from (
                select t.debit_owner as owner, t.amount_fen as fen from ledger_transfer t
                where t.debit_kind = 'COMMISSION' and t.credit_kind in ('PAID_OUT', 'TAX_WITHHELD', 'TRANSFER_IN_FLIGHT')
                    and t.stage in ('POSTED', 'SETTLED')
                union all
                -- what a provider could not pay is theirs again
                select t.credit_owner, -t.amount_fen from ledger_transfer t
                where t.credit_kind = 'COMMISSION' and t.debit_kind in ('TAX_WITHHELD', 'TRANSFER_IN_FLIGHT')
                    and t.stage = 'POSTED') moved
            group by owner) p on p.owner = r.account_id
        union all
        -- what the kernel itself shares out under this name
        select h.member_id, h.fen from settlement_share h where h.kind = 'COMMISSION') b
    group by b.account_id) c on c.account_id = a.owner
where coalesce(a.fen, 0) <> coalesce(c.fen, 0);

-- I-Y4 [money] A commission is booked once its order is settled and not before, and never while a person looks at it
select c.community_id, c.order_id, c.order_code from commission c
left join settlement s on s.community_id = c.community_id and s.order_id = c.order_id
where (s.order_id is null) <> (c.state <> 'VESTED')
    or c.booked_fen <> case when c.state = 'VESTED' and coalesce(c.review, 'ALLOWED') = 'ALLOWED' then c.fen else 0 end;

-- I-Y5 [money] What comes into a referrer's account comes of a sale that their own link brought
select t.source_type, t.source_id, t.credit_owner, t.amount_fen from ledger_transfer t
where t.debit_kind = 'SALES' and t.credit_kind in ('COMMISSION', 'COMMISSION_DEBT') and t.stage in ('POSTED', 'SETTLED')
    and not exists (
        select from commission c join referrer r on r.community_id = c.community_id and r.member_id = c.referrer_id
        where c.order_id = t.source_id and r.account_id = t.credit_owner)
    -- what the kernel itself shares out under this name
    and not exists (
        select from settlement_share h where h.kind = 'COMMISSION' and h.order_id = t.source_id and h.member_id = t.credit_owner);

-- I-Y6 [money] One sale pays at most one person a commission
select s.community_id, s.order_id, count(distinct s.person) from (
    select c.community_id, c.order_id, c.referrer_id as person from commission c
    union all
    select h.community_id, h.order_id, h.member_id from settlement_share h where h.kind = 'COMMISSION') s
group by s.community_id, s.order_id having count(distinct s.person) > 1;
