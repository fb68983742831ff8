-- Who did what to whom, when and why. Rows are only ever added.
create table audit_entry (
    id uuid not null primary key,
    actor uuid not null,
    action text not null check (action <> ''),
    subject text not null,
    detail text not null,
    at timestamptz not null default now()
);
create index audit_entry_by_subject on audit_entry (subject, id desc);
create index audit_entry_by_actor on audit_entry (actor, id desc);

create function audit_entry_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_entry_refuse_change();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
    for each statement execute function audit_entry_refuse_change();
