-- What share of the goods' price a leader gets for handing over, in a community, from a moment on. Never changed: a new rate is a
-- new row, so that orders placed before keep the rate they were placed at.
create table service_fee_rate (
    community_id uuid not null,
    since timestamptz not null default clock_timestamp(),
    basis_points int not null check (basis_points between 500 and 1500),
    set_by uuid not null,
    primary key (community_id, since)
);
create function service_fee_rate_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.since >= now() then
        return new;
    end if;
    raise exception 'A service fee is set from now on and never rewritten' using errcode = 'check_violation';
end $$;
create trigger service_fee_rate_from_now_on before insert or update or delete on service_fee_rate
    for each row execute function service_fee_rate_guard();
create trigger service_fee_rate_no_truncate before truncate on service_fee_rate
    for each statement execute function service_fee_rate_guard();
