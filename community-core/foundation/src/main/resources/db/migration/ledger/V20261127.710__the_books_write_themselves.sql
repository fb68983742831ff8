-- With their owner's rights, so that whoever adds a transfer needs none on entries and balances.
alter function ledger_lock_accounts(ledger_account[]) security definer set search_path = public, pg_temp;
alter function ledger_entry_moves_balances() security definer set search_path = public, pg_temp;
alter function ledger_transfer_writes_entries() security definer set search_path = public, pg_temp;
alter function ledger_transfer_answers_to_another() security definer set search_path = public, pg_temp;
