-- Whoever stops being an operator leaves another one behind. A parked account lets nobody in, and may have been the last one's.
create function refuse_no_operator() returns trigger
language plpgsql as $$
begin
    -- two who stop at the same moment would each count on the other
    perform pg_advisory_xact_lock(hashtextextended('operators', 0));
    if not exists (select from member
            where operator and id <> old.id and phone_proven_at is not null and parked_at is null) then
        raise exception 'the last operator stays one' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger one_operator_stays before update of operator on member
    for each row when (old.operator and not new.operator and new.parked_at is null)
    execute function refuse_no_operator();
