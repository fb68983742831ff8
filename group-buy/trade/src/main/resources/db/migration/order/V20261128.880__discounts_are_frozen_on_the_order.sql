-- What an order costs less than its goods, as it was when it was placed: what gave it, what it was called, whose money it is.
create table order_discount (
    community_id uuid not null,
    order_id uuid not null,
    position smallint not null check (position > 0),
    source text not null check (source <> ''),
    title text not null check (char_length(title) between 1 and 60),
    funder text not null check (funder in ('PLATFORM', 'LEADER', 'SUPPLIER')),
    amount_fen bigint not null check (amount_fen > 0),
    primary key (community_id, order_id, position),
    foreign key (community_id, order_id) references orders (community_id, id)
);

-- The part of a discount that each line got: split in proportion, no fen lost.
create table order_discount_line (
    community_id uuid not null,
    order_id uuid not null,
    position smallint not null,
    line_id uuid not null,
    amount_fen bigint not null check (amount_fen > 0),
    primary key (community_id, order_id, position, line_id),
    foreign key (community_id, order_id, position) references order_discount (community_id, order_id, position)
);

create trigger order_discount_append_only before update or delete on order_discount
    for each row execute function order_history_append_only();
create trigger order_discount_no_truncate before truncate on order_discount
    for each statement execute function order_history_append_only();
create trigger order_discount_line_append_only before update or delete on order_discount_line
    for each row execute function order_history_append_only();
create trigger order_discount_line_no_truncate before truncate on order_discount_line
    for each statement execute function order_history_append_only();

create function order_discount_is_its_parts() returns trigger language plpgsql as $$
begin
    if exists (
        select from order_discount d
        where d.community_id = new.community_id and d.order_id = new.order_id and d.position = new.position
            and d.amount_fen <> (
                select coalesce(sum(l.amount_fen), 0) from order_discount_line l
                where l.community_id = d.community_id and l.order_id = d.order_id and l.position = d.position)) then
        raise exception 'discount % of order % is not what its lines got', new.position, new.order_id
            using errcode = 'check_violation', constraint = 'order_discount_is_its_parts';
    end if;
    return null;
end $$;
create constraint trigger order_discount_is_its_parts after insert on order_discount
    deferrable initially deferred for each row execute function order_discount_is_its_parts();
create constraint trigger order_discount_line_is_a_part after insert on order_discount_line
    deferrable initially deferred for each row execute function order_discount_is_its_parts();

-- What the pieces that a line still has cost less than their price; never more than that.
alter table order_line
    add column discount_fen bigint not null default 0 check (discount_fen >= 0),
    drop constraint order_line_check,
    add constraint order_line_amount check (amount_fen >= 0 and amount_fen = unit_price_fen * quantity - discount_fen);

-- The part of its discount that a line lost with the pieces that left it.
alter table order_line_change
    add column discount_fen bigint not null default 0 check (discount_fen >= 0);
