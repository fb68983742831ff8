-- What was done about a bag that nobody came for: each step stays, the last one counts. An order has one step after the
-- other, so of two people who decide at once the second finds the number taken.
create table bag_step (
    community_id uuid not null,
    order_id uuid not null,
    nr int not null check (nr > 0),
    step text not null check (step in ('REMINDED', 'EXTENDED', 'GIVEN_AWAY', 'RETURNED', 'REOPENED')),
    -- until when it is kept now
    keep_until timestamptz,
    by_member uuid not null,
    at timestamptz not null default clock_timestamp(),
    primary key (community_id, order_id, nr),
    check ((step = 'EXTENDED') = (keep_until is not null))
);

create function bag_step_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'what was done about a bag is append-only' using errcode = 'check_violation';
end $$;
create trigger bag_step_append_only before update or delete on bag_step
    for each row execute function bag_step_append_only();
