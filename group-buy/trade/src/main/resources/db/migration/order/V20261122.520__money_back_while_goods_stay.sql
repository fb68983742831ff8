-- What went back while the goods stayed with their buyer: a crushed box, a chicken lighter than said. The lines stay as
-- they were sold; captured money = amount + returned, and of the amount at most all is given back.
alter table orders
    add column allowed_fen bigint not null default 0 check (allowed_fen >= 0),
    add constraint orders_allowed_within check (allowed_fen <= amount_fen);

create table order_line_allowance (
    community_id uuid not null,
    order_id uuid not null,
    step bigint generated always as identity,
    product_name text not null,
    spec text not null,
    amount_fen bigint not null check (amount_fen > 0),
    at timestamptz not null default clock_timestamp(),
    actor_id uuid,
    cause text not null check (cause <> ''),
    request_key text not null check (char_length(request_key) between 1 and 100),
    primary key (community_id, order_id, step),
    constraint order_line_allowance_once unique (community_id, order_id, request_key),
    foreign key (community_id, order_id) references orders (community_id, id)
);
create trigger order_line_allowance_append_only before update or delete on order_line_allowance
    for each row execute function order_history_append_only();
create trigger order_line_allowance_no_truncate before truncate on order_line_allowance
    for each statement execute function order_history_append_only();
