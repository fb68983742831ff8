-- Points that were given for goods which could not be handed over are their owner's again, once.
create table points_exchange_back (
    community_id uuid not null,
    exchange_id uuid not null,
    at timestamptz not null default now(),
    primary key (community_id, exchange_id),
    foreign key (community_id, exchange_id) references points_exchange (community_id, id)
);
create trigger points_exchange_back_append_only before update or delete on points_exchange_back
    for each row execute function points_stay_written();
