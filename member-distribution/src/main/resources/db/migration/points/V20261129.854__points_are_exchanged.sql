-- Points that were given for something else than a part of an order, and out of which lots.
alter table points_entry drop constraint points_entry_kind_check;
alter table points_entry add constraint points_entry_kind_check check (kind in
    ('EARNED', 'CHECKED_IN', 'SPENT', 'GIVEN_BACK', 'TAKEN_BACK', 'ENDED', 'RENEWED', 'OWED', 'WORKED_OFF', 'EXCHANGED'));

create table points_exchange (
    community_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    points int not null check (points > 0),
    what text not null check (char_length(what) between 1 and 60),
    at timestamptz not null default now(),
    primary key (community_id, id),
    foreign key (community_id, member_id) references points_account (community_id, member_id)
);
create index points_exchange_of on points_exchange (community_id, member_id);

create table points_exchange_lot (
    community_id uuid not null,
    exchange_id uuid not null,
    lot_id uuid not null,
    points int not null check (points > 0),
    primary key (community_id, exchange_id, lot_id),
    foreign key (community_id, exchange_id) references points_exchange (community_id, id),
    foreign key (community_id, lot_id) references points_lot (community_id, id)
);
create trigger points_exchange_append_only before update or delete on points_exchange
    for each row execute function points_stay_written();
create trigger points_exchange_lot_append_only before update or delete on points_exchange_lot
    for each row execute function points_stay_written();
