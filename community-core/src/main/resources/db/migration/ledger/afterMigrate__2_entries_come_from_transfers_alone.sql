-- Entries and balances are written by the books' own triggers, with their owner's rights; the program only adds transfers.
do $$
begin
    if current_user <> 'tuanju_app' and exists (select from pg_roles where rolname = 'tuanju_app') then
        revoke insert on ledger_entry from tuanju_app;
        revoke insert, update on ledger_account from tuanju_app;
    end if;
end
$$;
