-- Entries and balances are written by the books' own triggers, with their owner's rights; the program only adds transfers.
-- Nobody else may hang those triggers on a table of their own, nor make a table to hang them on.
do $$
declare
    own regprocedure;
begin
    if current_user = 'tuanju_app' or not exists (select from pg_roles where rolname = 'tuanju_app') then
        return;
    end if;
    revoke insert on ledger_entry from tuanju_app;
    revoke insert, update on ledger_account from tuanju_app;
    for own in
        select oid::regprocedure from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
    loop
        execute format('revoke execute on function %s from public, tuanju_app', own);
    end loop;
    if (select pg_has_role(current_user, datdba, 'usage') from pg_database where datname = current_database()) then
        execute format('revoke temporary on database %I from public, tuanju_app', current_database());
    end if;
end
$$;
