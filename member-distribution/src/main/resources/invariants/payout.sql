-- I-U1 [money] What waits to be withdrawn is set aside in the books, and only that
select coalesce(a.owner, w.account_id), a.held_fen, w.fen
from (select owner, held_fen from ledger_account where kind = 'COMMISSION' and held_fen > 0) a
full join (select account_id, sum(amount_fen) as fen from withdrawal where state = 'LOCKED' group by account_id) w
    on w.account_id = a.owner
where coalesce(a.held_fen, 0) <> coalesce(w.fen, 0);

-- I-U2 [money] What was paid out of referrers' accounts is the withdrawals that two different people approved
select coalesce(w.account_id, t.owner), w.fen, t.fen
from (
    select w.account_id, sum(w.amount_fen) as fen,
        bool_or((b.approved_at is not null and b.first_by <> b.second_by) is not true) as is_alone from withdrawal w
    left join payout_batch b on b.community_id = w.community_id and b.id = w.batch_id
    where w.state in ('SENT', 'PAID') group by w.account_id) w
full join (
    select owner, sum(fen) as fen from (
        select debit_owner as owner, amount_fen as fen from ledger_transfer
        where debit_kind = 'COMMISSION' and credit_kind in ('PAID_OUT', 'TAX_WITHHELD', 'TRANSFER_IN_FLIGHT')
            and stage in ('POSTED', 'SETTLED')
        union all
        select credit_owner, -amount_fen from ledger_transfer
        where credit_kind = 'COMMISSION' and debit_kind in ('TAX_WITHHELD', 'TRANSFER_IN_FLIGHT') and stage = 'POSTED') moved
    group by owner) t on t.owner = w.account_id
where w.is_alone or coalesce(w.fen, 0) <> coalesce(t.fen, 0);
