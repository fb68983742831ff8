-- When a code last came back from this phone. Null: never, and then nobody is let in and nothing hangs on the account.
-- Release 0.1.0 made accounts with anybody's number, so that all of them begin unproven.
alter table member add column phone_proven_at timestamptz;

-- A session or a token lasts thirty days, so that this is never further behind their last visit.
alter table member add column last_signed_in_at timestamptz;
update member set last_signed_in_at = created_at;
alter table member alter column last_signed_in_at set default now(), alter column last_signed_in_at set not null;

-- The number went on to somebody else: the account keeps its orders and opens to nobody.
alter table member add column parked_at timestamptz;
alter table member drop constraint member_phone_key;
create unique index member_by_phone on member (phone) where parked_at is null;

-- No checks: rows of release 0.1.0 keep what they have until a code comes back, let nobody in until then, and may be changed
-- by later migrations. From now on an operator or a password begins on a proven phone only.
create function refuse_power_without_a_proven_phone() returns trigger
language plpgsql as $$
begin
    raise exception 'the phone of this member is not proven' using errcode = 'check_violation';
end
$$;
create trigger member_begins_with_a_proven_phone before insert on member
    for each row when ((new.operator or new.password_hash is not null)
        and (new.phone_proven_at is null or new.parked_at is not null))
    execute function refuse_power_without_a_proven_phone();
create trigger member_gets_power_by_a_proven_phone before update on member
    for each row when ((new.operator and not old.operator
            or new.password_hash is not null and new.password_hash is distinct from old.password_hash)
        and (new.phone_proven_at is null or new.parked_at is not null))
    execute function refuse_power_without_a_proven_phone();
alter table member add constraint parked_account_has_no_power
    check (parked_at is null or (not operator and password_hash is null));

-- Whether anything may hang on this member; for the tables of other modules.
create function phone_is_proven(member_id uuid) returns boolean
language sql stable as $$
    select exists (select from member where id = member_id and phone_proven_at is not null and parked_at is null)
$$;

-- A trigger for their tables: refuses a row whose member, named by the column given, has no proven phone.
create function refuse_unproven_phone() returns trigger
language plpgsql as $$
begin
    if not phone_is_proven((to_jsonb(new) ->> tg_argv[0])::uuid) then
        raise exception 'the phone of % in % is not proven', tg_argv[0], tg_table_name using errcode = 'check_violation';
    end if;
    return new;
end
$$;
