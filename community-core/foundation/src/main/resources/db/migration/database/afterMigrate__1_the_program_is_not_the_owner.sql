-- The program's own role, where there is one, reads and writes rows. It changes no table, and where a table refuses every
-- change or deletion by a trigger, it is not even asked. Runs after every migration, so that new tables are in it.
do $$
declare
    refusing record;
begin
    if current_user = 'tuanju_app' or not exists (select from pg_roles where rolname = 'tuanju_app') then
        return;
    end if;
    grant usage on schema public to tuanju_app;
    grant select, insert, update, delete on all tables in schema public to tuanju_app;
    grant usage, select on all sequences in schema public to tuanju_app;
    revoke insert, update, delete on flyway_schema_history from tuanju_app;
    for refusing in
        select t.tgrelid::regclass as kept, (t.tgtype & 16) <> 0 as no_update, (t.tgtype & 8) <> 0 as no_delete
        from pg_trigger t
            join pg_proc f on f.oid = t.tgfoid
        where not t.tgisinternal
            and t.tgqual is null
            and (t.tgtype & 2) <> 0 -- before
            and (t.tgtype & 4) = 0 -- not for inserts
            and f.prosrc ~* '\mraise exception\M'
            and f.prosrc !~* '\mreturn\M' -- whatever is asked, it says no
    loop
        if refusing.no_update then
            execute format('revoke update on %s from tuanju_app', refusing.kept);
        end if;
        if refusing.no_delete then
            execute format('revoke delete on %s from tuanju_app', refusing.kept);
        end if;
    end loop;
end
$$;
