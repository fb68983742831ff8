-- An order whose goods nobody fetched in time, and which are gone, is completed without having been collected.
create or replace function order_may_become(was text, becomes text) returns boolean language sql immutable as $$
    select (was, becomes) in (
        ('PLACED', 'PAID'), ('PLACED', 'CLOSED'),
        -- money that came late and found a place after all
        ('CLOSED', 'PAID'),
        ('PAID', 'CONFIRMED'), ('PAID', 'REFUNDED'),
        ('CONFIRMED', 'COLLECTED'), ('CONFIRMED', 'REFUNDED'),
        -- nobody came for it
        ('CONFIRMED', 'COMPLETED'),
        -- an import that was cancelled where it came from
        ('CONFIRMED', 'CLOSED'),
        ('COLLECTED', 'COMPLETED'), ('COLLECTED', 'CONFIRMED'), ('COLLECTED', 'REFUNDED'),
        ('COMPLETED', 'REFUNDED'))
$$;

create or replace function order_status_guard() returns trigger language plpgsql as $$
begin
    if not order_may_become(old.status, new.status)
        or (old.status = 'CONFIRMED' and new.status = 'CLOSED' and new.kind <> 'IMPORT')
        or (old.status = 'CONFIRMED' and new.status = 'COMPLETED'
            and new.change_cause is distinct from 'never-collected') then
        raise exception 'order % may not go from % to %', old.id, old.status, new.status
            using errcode = 'check_violation', constraint = 'order_transition';
    end if;
    return new;
end $$;
