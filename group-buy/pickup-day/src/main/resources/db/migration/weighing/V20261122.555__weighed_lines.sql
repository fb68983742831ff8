-- What the pieces of one order of a product sold by weight weigh together. Corrected until the difference is paid back.
create table weighed_line (
    community_id uuid not null,
    cycle_id uuid not null,
    order_id uuid not null,
    product_id uuid not null,
    -- as many as were weighed: where the order has fewer by now it must be weighed again
    pieces int not null check (pieces between 1 and 9999),
    grams int not null check (grams between 1 and 100000000),
    weighed_by uuid not null,
    weighed_at timestamptz not null default now(),
    confirmed_by uuid,
    confirmed_at timestamptz,
    settled_at timestamptz,
    -- what went back
    refund_fen bigint check (refund_fen >= 0),
    primary key (community_id, cycle_id, order_id, product_id),
    constraint weighed_line_confirmed_by_whom check ((confirmed_at is null) = (confirmed_by is null)),
    constraint weighed_line_settled_what check (
        (settled_at is null) = (refund_fen is null) and (settled_at is null or confirmed_at is not null))
);

create function weighed_line_guard() returns trigger language plpgsql as $$
begin
    if old.settled_at is not null or (old.confirmed_at is not null and new.confirmed_at is not null
            and (new.grams, new.pieces) is distinct from (old.grams, old.pieces)) then
        raise exception 'the weight of order % is settled', old.order_id
            using errcode = 'check_violation', constraint = 'weighed_line_stands';
    end if;
    return new;
end $$;
create trigger weighed_line_guard before update on weighed_line for each row execute function weighed_line_guard();
