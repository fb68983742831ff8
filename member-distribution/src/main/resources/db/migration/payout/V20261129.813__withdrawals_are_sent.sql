-- Between set aside and paid: the provider that pays people out was told, and says how it ends.
alter table withdrawal
    drop constraint withdrawal_state_check,
    add constraint withdrawal_state_check check (state in ('LOCKED', 'SENT', 'PAID', 'RETURNED')),
    drop constraint withdrawal_check,
    add constraint withdrawal_ends_once check ((state in ('LOCKED', 'SENT')) = (ended_at is null)),
    drop constraint withdrawal_check1,
    add constraint withdrawal_leaves_in_a_batch check (state not in ('SENT', 'PAID') or batch_id is not null);

-- Nothing is sent or paid that two people have not approved, what was sent does not wait again, and what was approved stays as it was.
create or replace function withdrawal_guard() returns trigger language plpgsql as $$
begin
    if old.state not in ('LOCKED', 'SENT')
        or old.state = 'SENT' and new.state = 'LOCKED'
        or (new.community_id, new.id, new.member_id, new.account_id, new.amount_fen, new.hold_id)
            <> (old.community_id, old.id, old.member_id, old.account_id, old.amount_fen, old.hold_id)
        or old.batch_id is not null and new.batch_id is distinct from old.batch_id
        or new.tax_fen <> old.tax_fen and exists (select from payout_batch b
            where b.community_id = old.community_id and b.id = old.batch_id and b.first_by is not null)
        or new.state in ('SENT', 'PAID') and not exists (select from payout_batch b
            where b.community_id = old.community_id and b.id = new.batch_id and b.approved_at is not null) then
        raise exception 'A withdrawal is paid once, as two people approved it' using errcode = 'check_violation',
            constraint = 'withdrawal_approved';
    end if;
    return new;
end $$;
