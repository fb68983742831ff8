-- A guest's order came without money of ours, so that taking it back is no refund: it is closed. Only imports may be.
create or replace function order_may_become(was text, becomes text) returns boolean language sql immutable as $$
    select (was, becomes) in (
        ('PLACED', 'PAID'), ('PLACED', 'CLOSED'),
        -- money that came late and found a place after all
        ('CLOSED', 'PAID'),
        ('PAID', 'CONFIRMED'), ('PAID', 'REFUNDED'),
        ('CONFIRMED', 'COLLECTED'), ('CONFIRMED', 'REFUNDED'),
        -- an import that was cancelled where it came from
        ('CONFIRMED', 'CLOSED'),
        ('COLLECTED', 'COMPLETED'), ('COLLECTED', 'CONFIRMED'), ('COLLECTED', 'REFUNDED'),
        ('COMPLETED', 'REFUNDED'))
$$;

create or replace function order_status_guard() returns trigger language plpgsql as $$
begin
    if not order_may_become(old.status, new.status)
        or (old.status = 'CONFIRMED' and new.status = 'CLOSED' and new.kind <> 'IMPORT') then
        raise exception 'order % may not go from % to %', old.id, old.status, new.status
            using errcode = 'check_violation', constraint = 'order_transition';
    end if;
    return new;
end $$;
