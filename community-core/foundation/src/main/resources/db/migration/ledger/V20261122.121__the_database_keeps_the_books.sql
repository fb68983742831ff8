-- A reversal swaps its original's accounts and never exceeds it; a hold is settled or released as it was made.
create function ledger_transfer_answers_to_another() returns trigger language plpgsql as $$
declare
    other ledger_transfer;
begin
    -- the row lock makes two reversals (or two ends of a hold) wait for each other
    select * into other from ledger_transfer
    where id = coalesce(new.original_id, new.hold_id) for no key update;
    if new.original_id is not null and not (
        other.stage in ('POSTED', 'SETTLED')
        and (new.debit_owner, new.debit_kind) = (other.credit_owner, other.credit_kind)
        and (new.credit_owner, new.credit_kind) = (other.debit_owner, other.debit_kind)
        and new.amount_fen <= other.amount_fen - (
            select coalesce(sum(amount_fen), 0) from ledger_transfer where original_id = other.id
        )
    ) then
        raise exception 'A reversal swaps the accounts of its original and takes back no more than it moved'
            using errcode = 'check_violation', constraint = 'ledger_transfer_reversal';
    end if;
    if new.hold_id is not null and not (
        other.stage = 'HELD'
        and (new.debit_owner, new.debit_kind, new.credit_owner, new.credit_kind)
            = (other.debit_owner, other.debit_kind, other.credit_owner, other.credit_kind)
        and new.amount_fen <= other.amount_fen
        and (new.stage = 'SETTLED' or new.amount_fen = other.amount_fen)
    ) then
        raise exception 'A hold is settled up to its amount or released whole'
            using errcode = 'check_violation', constraint = 'ledger_transfer_hold';
    end if;
    return new;
end
$$;
create trigger ledger_transfer_answers_to_another before insert on ledger_transfer
    for each row when (new.original_id is not null or new.hold_id is not null)
    execute function ledger_transfer_answers_to_another();

-- Balances follow entries. Everyone locks accounts in one order, the busy ones of a community last.
create function ledger_lock_accounts(touched ledger_account[]) returns void language plpgsql as $$
begin
    insert into ledger_account (owner, kind)
    select distinct t.owner, t.kind from unnest(touched) t
    where not exists (select from ledger_account a where a.owner = t.owner and a.kind = t.kind)
    order by t.owner, t.kind
    on conflict do nothing;
    perform from ledger_account a
    where (a.owner, a.kind) in (select t.owner, t.kind from unnest(touched) t)
    order by a.kind = 'PROVIDER_CLEARING', a.owner, a.kind
    for no key update;
end
$$;

create function ledger_entry_moves_balances() returns trigger language plpgsql as $$
begin
    perform ledger_lock_accounts(
        (select array_agg((e.owner, e.kind, 0, 0)::ledger_account) from new_entry e)
    );
    update ledger_account a set balance_fen = a.balance_fen + moved.fen
    from (select owner, kind, sum(fen) as fen from new_entry group by owner, kind) moved
    where a.owner = moved.owner and a.kind = moved.kind;
    return null;
end
$$;
create trigger ledger_entry_moves_balances after insert on ledger_entry
    referencing new table as new_entry for each statement
    execute function ledger_entry_moves_balances();

-- A transfer writes its own entries and holds, so that no caller can forget a side.
create function ledger_transfer_writes_entries() returns trigger language plpgsql as $$
begin
    if not exists (select from new_transfer) then
        return null;
    end if;
    perform ledger_lock_accounts((
        select array_agg((t.owner, t.kind, 0, 0)::ledger_account) from (
            select debit_owner as owner, debit_kind as kind from new_transfer
            union
            select credit_owner, credit_kind from new_transfer
        ) t
    ));
    update ledger_account a set held_fen = a.held_fen + held.fen
    from (
        select t.debit_owner, t.debit_kind, sum(case when t.stage = 'HELD' then t.amount_fen else -h.amount_fen end) as fen
        from new_transfer t left join ledger_transfer h on h.id = t.hold_id
        where t.stage in ('HELD', 'SETTLED', 'RELEASED')
        group by t.debit_owner, t.debit_kind
    ) held
    where a.owner = held.debit_owner and a.kind = held.debit_kind;
    insert into ledger_entry (transfer_id, owner, kind, fen)
    select id, debit_owner, debit_kind, -amount_fen from new_transfer where stage in ('POSTED', 'SETTLED', 'REVERSED')
    union all
    select id, credit_owner, credit_kind, amount_fen from new_transfer where stage in ('POSTED', 'SETTLED', 'REVERSED');
    return null;
end
$$;
create trigger ledger_transfer_writes_entries after insert on ledger_transfer
    referencing new table as new_transfer for each statement
    execute function ledger_transfer_writes_entries();

-- What is debited is credited, whoever wrote the entries.
create function ledger_entries_are_balanced() returns trigger language plpgsql as $$
begin
    if (select sum(fen) from ledger_entry where transfer_id = new.transfer_id) <> 0 then
        raise exception 'The entries of transfer % do not add up to zero', new.transfer_id
            using errcode = 'check_violation', constraint = 'ledger_entries_balanced';
    end if;
    return null;
end
$$;
create constraint trigger ledger_entries_are_balanced after insert on ledger_entry
    deferrable initially deferred for each row
    execute function ledger_entries_are_balanced();

-- Written once, never changed.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger ledger_transfer_append_only before update or delete on ledger_transfer
    for each row execute function ledger_is_append_only();
create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each row execute function ledger_is_append_only();
create trigger ledger_transfer_not_emptied before truncate on ledger_transfer
    for each statement execute function ledger_is_append_only();
create trigger ledger_entry_not_emptied before truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_account_not_emptied before truncate on ledger_account
    for each statement execute function ledger_is_append_only();
create trigger ledger_account_stays before delete on ledger_account
    for each row execute function ledger_is_append_only();
-- outside of any trigger it is a person or a program that writes the balance, not an entry
create trigger ledger_account_moves_with_entries before update on ledger_account
    for each row when (pg_trigger_depth() = 0) execute function ledger_is_append_only();
