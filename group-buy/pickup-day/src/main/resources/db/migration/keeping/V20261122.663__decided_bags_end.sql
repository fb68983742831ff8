-- A decision about a bag that stood long enough: its order ended with it, completed or refunded, and nobody takes it back.
create table bag_end (
    community_id uuid not null,
    order_id uuid not null,
    step text not null check (step in ('GIVEN_AWAY', 'RETURNED')),
    ended_at timestamptz not null default clock_timestamp(),
    primary key (community_id, order_id)
);
create trigger bag_end_append_only before update or delete on bag_end
    for each row execute function bag_step_append_only();
